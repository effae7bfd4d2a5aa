// The box in which an editor looks for any other page to pin.

const WAIT = 300; // milliseconds after the last key

export class Finder {
  constructor(element, panel) {
    this.panel = panel;
    this.url = element.dataset.findUrl;
    this.input = element.querySelector("[data-related-query]");
    this.box = element.querySelector("[data-related-found]");
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.find(), WAIT);
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // the editor's form is not sent
      clearTimeout(this.timer);
      this.find();
    });
  }

  contains(item) {
    return this.box.contains(item);
  }

  async find() {
    this.current?.abort();
    this.current = new AbortController();
    const query = new URLSearchParams({ q: this.input.value });
    try {
      const headers = { "X-Requested-With": "XMLHttpRequest" };
      const answer = await fetch(`${this.url}?${query}`, { headers, signal: this.current.signal });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      this.box.innerHTML = await answer.text();
      this.leaveOut();
      this.tell();
    } catch (error) {
      if (error.name !== "AbortError") this.panel.say("Zoeken lukt nu niet. Probeer het zo nog eens.");
    }
  }

  // A page that is pinned already, or is this page, is no use here.
  leaveOut() {
    for (const item of this.box.querySelectorAll("li")) {
      const { page } = item.dataset;
      if (this.panel.pins.has(page) || page === this.panel.ownPage) item.remove();
    }
  }

  tell() {
    const count = this.box.querySelectorAll("li").length;
    if (!this.input.value.trim()) this.panel.say("");
    else this.panel.say(count === 1 ? "1 pagina gevonden." : `${count} pagina's gevonden.`);
  }

  chosen() {
    this.leaveOut();
    this.input.focus();
  }
}
