// Suggestions under a search field while one types: the combobox of the WAI-ARIA practices, list autocomplete.

const WAIT = 150; // milliseconds without a key before the server is asked
const LEAST = 2; // letters
const remembered = new Map();

function option(suggestion, id) {
  const item = document.createElement("li");
  item.id = id;
  item.className = "suggestions__option";
  item.role = "option";
  item.ariaSelected = "false";
  const [text, kind] = [document.createElement("span"), document.createElement("span")];
  text.textContent = suggestion.tekst;
  kind.textContent = suggestion.soort;
  kind.className = "suggestions__kind";
  item.append(text, " ", kind);
  return item;
}

class Suggestions {
  constructor(form, number) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.list = document.createElement("ul");
    this.list.id = `suggesties-${number}`;
    this.list.className = "suggestions";
    this.list.role = "listbox";
    this.list.ariaLabel = "Suggesties";
    this.list.hidden = true;
    this.status = document.createElement("span");
    this.status.className = "visually-hidden";
    this.status.role = "status";
    this.input.parentElement.append(this.list, this.status);
    this.input.role = "combobox";
    this.input.ariaAutoComplete = "list";
    this.input.ariaExpanded = "false";
    this.input.setAttribute("aria-controls", this.list.id);
    this.found = [];
    this.active = -1;
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("blur", () => this.close());
    // A press on an option must not take the focus away first; a finger may still drag the list along.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.clicked(event));
    if (document.activeElement === this.input) this.typed(); // somebody began before this arrived
  }

  typed() {
    clearTimeout(this.timer);
    this.request?.abort();
    const words = this.input.value.trim();
    if (words.length < LEAST) this.close();
    else this.timer = setTimeout(() => this.ask(words), WAIT);
  }

  async ask(words) {
    this.request = new AbortController();
    try {
      this.show(remembered.get(words) ?? (await this.fetch(words)));
    } catch {
      this.close(); // without suggestions one can still search
    }
  }

  async fetch(words) {
    const address = new URL("suggesties/", this.form.action);
    address.searchParams.set("q", words);
    const answer = await fetch(address, { signal: this.request.signal });
    if (!answer.ok) return [];
    const { suggesties } = await answer.json();
    remembered.set(words, suggesties);
    return suggesties;
  }

  show(found) {
    if (document.activeElement !== this.input) return;
    this.found = found;
    this.list.replaceChildren(...found.map((each, at) => option(each, `${this.list.id}-${at}`)));
    this.list.hidden = found.length === 0;
    this.input.ariaExpanded = String(found.length > 0);
    this.activate(-1);
    const count = found.length === 1 ? "1 suggestie" : `${found.length} suggesties`;
    this.status.textContent = found.length ? `${count}. Kies met de pijltjes.` : "Geen suggesties.";
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.found = [];
    this.list.hidden = true;
    this.list.replaceChildren();
    this.input.ariaExpanded = "false";
    this.activate(-1);
    this.status.textContent = "";
  }

  activate(at) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = at;
    const item = this.list.children[at];
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) this.input.setAttribute("aria-activedescendant", item.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  pressed(event) {
    const [count, last] = [this.found.length, this.found.length - 1];
    if (event.isComposing) return;
    if (event.key === "Escape" && count) {
      event.stopPropagation(); // the first Escape closes the list, the next one what it stands in
      event.preventDefault();
      this.close();
    } else if (event.key === "ArrowDown" && count) this.move(event, this.active === last ? -1 : this.active + 1);
    else if (event.key === "ArrowUp" && count) this.move(event, this.active === -1 ? last : this.active - 1);
    else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.go(this.active);
    }
  }

  move(event, at) {
    event.preventDefault();
    this.activate(at);
  }

  clicked(event) {
    const item = event.target.closest("li");
    if (item) this.go([...this.list.children].indexOf(item));
  }

  go(at) {
    const address = new URL(this.found[at].adres, location.origin);
    if (address.origin === location.origin) location.assign(address);
  }
}

for (const [number, form] of document.querySelectorAll("form[role=search]").entries()) new Suggestions(form, number);
