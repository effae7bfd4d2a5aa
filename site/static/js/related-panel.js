// The editor's tab ‘Ook interessant’: asks for suggestions for the form as it stands, and turns what the editor chooses
// into rows of Wagtail's own. As long as no answer came, or when one fails, those rows are there to work with.

import { freshen } from "./fresh-token.js";
import { Finder } from "./related-finder.js";
import { Rows } from "./related-rows.js";

const LOOK_EVERY = 800; // milliseconds between two looks at whether the form changed
const TROUBLE = {
  400: "Deze tekst is te lang om er suggesties bij te zoeken. Je tekst zelf blijft gewoon staan.",
  403: "Je bent niet meer ingelogd. Log in een ander tabblad opnieuw in; wat je hier typt, blijft staan.",
  413: "Deze tekst is te lang om er suggesties bij te zoeken. Je tekst zelf blijft gewoon staan.",
};
const NO_ANSWER = "Er zijn nu geen suggesties op te halen. Over een paar tellen probeert de site het opnieuw.";

class Panel {
  constructor(element) {
    this.form = element.closest("form");
    this.urls = element.dataset;
    this.live = element.querySelector("[data-related-live]");
    this.rowsBox = element.querySelector("[data-related-rows]");
    this.box = element.querySelector("[data-related-suggestions]");
    this.message = element.querySelector("[data-related-message]");
    this.status = element.querySelector("[data-related-status]");
    this.pins = new Rows("related_pins");
    this.refusals = new Rows("related_refusals");
    this.finder = new Finder(element, this);
    this.hasMistake = this.rowsBox.querySelector(".error-message") !== null;
    this.open = new Set();
    this.live.hidden = false;
    this.live.addEventListener("click", (event) => this.press(event));
    this.box.addEventListener("toggle", (event) => this.remember(event.target), true);
    this.addDragging();
    setInterval(() => this.look(), LOOK_EVERY);
    this.look();
  }

  // --- Asking ---

  // A page that was new when the editor opened it has a number once it saved itself.
  get url() {
    const saved = location.pathname.match(/\/pages\/(\d+)\/edit\//);
    return saved ? this.urls.editUrl.replace("/0/", `/${saved[1]}/`) : this.urls.draftUrl;
  }

  get ownPage() {
    return this.url.match(/\/suggesties\/(\d+)\/$/)?.[1];
  }

  look() {
    if (this.asking || document.hidden || !this.live.checkVisibility()) return;
    freshen();
    const data = new FormData(this.form);
    const text = JSON.stringify([...data]);
    if (text === this.asked) return;
    this.asked = text;
    this.ask(data);
  }

  async ask(data) {
    this.current?.abort();
    const current = (this.current = new AbortController());
    this.asking = true;
    this.box.ariaBusy = "true";
    try {
      const headers = { "X-Requested-With": "XMLHttpRequest" };
      const answer = await fetch(this.url, { method: "POST", body: data, headers, signal: current.signal });
      const text = await answer.text();
      if (answer.ok && !answer.redirected) this.show(text);
      else this.fail(answer, text);
    } catch (error) {
      if (error.name !== "AbortError") this.fail();
    } finally {
      if (this.current === current) {
        this.asking = false;
        this.box.ariaBusy = "false";
      }
    }
  }

  // At once, after the editor chose something.
  refresh() {
    const data = new FormData(this.form);
    this.asked = JSON.stringify([...data]);
    return this.ask(data);
  }

  fail(answer, text) {
    const isOurs = answer?.headers.get("Content-Type")?.startsWith("text/plain");
    this.message.textContent = isOurs ? text : (TROUBLE[answer?.status] ?? NO_ANSWER);
    if (this.message.hidden) this.say(this.message.textContent);
    this.message.hidden = false;
    this.rowsBox.hidden = false;
    // Who logs in again elsewhere need not type here to go on.
    if (!answer || answer.status === 403 || answer.status >= 500) setTimeout(() => (this.asked = undefined), 5000);
  }

  // --- Showing ---

  show(html) {
    this.message.hidden = true;
    // Who is at work in the rows, because an answer failed, is not thrown out of them.
    this.rowsBox.hidden = !this.hasMistake && !this.rowsBox.contains(document.activeElement);
    // What an editor is about to press, drag or hear read aloud is not taken away for the same once more.
    if (this.dragged || html === this.shown) return;
    const hadFocus = this.box.contains(document.activeElement);
    const place = this.wanted ?? (hadFocus ? placeOf(document.activeElement) : null);
    this.box.innerHTML = this.shown = html;
    for (const details of this.box.querySelectorAll("details")) {
      details.open = this.open.has(details.dataset.remember);
    }
    const pinned = this.pinned;
    pinned[0]?.querySelector("[data-do=up]").setAttribute("disabled", "");
    pinned.at(-1)?.querySelector("[data-do=down]").setAttribute("disabled", "");
    this.finder.leaveOut();
    if (place) this.focus(place);
    this.wanted = null;
  }

  get pinned() {
    return [...this.box.querySelectorAll("[data-pinned]")];
  }

  remember(details) {
    if (details.open) this.open.add(details.dataset.remember);
    else this.open.delete(details.dataset.remember);
  }

  // The same button of the same page, else another of that page, else the page that now stands in its place.
  focus({ page, action, index }) {
    const items = [...this.box.querySelectorAll("[data-list=shown] > li")];
    const item = this.box.querySelector(`li[data-page="${page}"]`);
    const target = item?.checkVisibility() ? item : items[Math.min(index, items.length - 1)];
    const same = target?.querySelector(`[data-do="${action}"]:enabled`);
    (same ?? target?.querySelector("button:enabled") ?? this.finder.input).focus();
  }

  say(text) {
    this.status.textContent = "";
    setTimeout(() => (this.status.textContent = text), 50);
  }

  // --- Choosing ---

  press(event) {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    const item = button.closest("li");
    const chosen = { page: item.dataset.page, title: item.dataset.title, editUrl: item.dataset.editUrl };
    this.wanted = this.finder.contains(item) ? null : placeOf(button);
    this.say(this.actions[button.dataset.do](chosen));
    this.anticipate(item, button);
    this.refresh();
    if (this.finder.contains(item)) this.finder.chosen();
  }

  // Shows at once what the answer will show.
  anticipate(item, button) {
    this.shown = null;
    const [before, after] = [item.previousElementSibling, item.nextElementSibling];
    if (button.dataset.do === "up") before?.before(item);
    else if (button.dataset.do === "down") after?.after(item);
    else item.classList.add("suggested--leaving");
    if (!this.finder.contains(item)) button.focus();
  }

  // What each button does, and what is then read aloud.
  actions = {
    pin: (chosen) => {
      this.refusals.remove(chosen.page);
      this.pins.add(chosen);
      return `${chosen.title} staat vast, op plek ${this.placeOfPin(chosen)}.`;
    },
    unpin: ({ page, title }) => {
      this.pins.remove(page);
      return `${title} staat niet meer vast.`;
    },
    refuse: (chosen) => {
      this.pins.remove(chosen.page);
      this.refusals.add(chosen);
      return `${chosen.title} wordt niet meer voorgesteld. Onder ‘Niet voorstellen’ kun je dat terugdraaien.`;
    },
    allow: ({ page, title }) => {
      this.refusals.remove(page);
      return `${title} mag weer voorgesteld worden.`;
    },
    up: (chosen) => this.move(chosen, -1),
    down: (chosen) => this.move(chosen, 1),
  };

  move(chosen, step) {
    this.pins.move(chosen.page, step);
    return `${chosen.title} staat nu op plek ${this.placeOfPin(chosen)}.`;
  }

  placeOfPin({ page }) {
    const pages = this.pins.pages;
    return `${pages.indexOf(page) + 1} van ${pages.length}`;
  }

  addDragging() {
    this.box.addEventListener("dragstart", (event) => {
      this.dragged = event.target.closest?.("[data-pinned]");
      this.dragged?.classList.add("suggested--dragged");
    });
    this.box.addEventListener("dragover", (event) => {
      const over = event.target.closest("[data-pinned]");
      if (!this.dragged || !over) return;
      event.preventDefault();
      const box = over.getBoundingClientRect();
      if (over !== this.dragged) over[event.clientY < box.top + box.height / 2 ? "before" : "after"](this.dragged);
    });
    this.box.addEventListener("drop", (event) => event.preventDefault());
    this.box.addEventListener("dragend", () => {
      if (!this.dragged) return;
      this.dragged.classList.remove("suggested--dragged");
      const { page, title } = this.dragged.dataset;
      this.dragged = this.shown = null;
      this.pins.order(this.pinned.map((item) => item.dataset.page));
      this.say(`${title} staat nu op plek ${this.placeOfPin({ page })}.`);
      this.refresh();
    });
  }
}

function placeOf(element) {
  const item = element.closest("li");
  if (!item) return null;
  const index = [...item.parentElement.children].indexOf(item);
  return { page: item.dataset.page, action: element.dataset.do, index };
}

const element = document.querySelector("[data-related-panel]");
if (element) new Panel(element);
