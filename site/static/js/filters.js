// A list that follows its filters at once: the address, the results and the counts change, focus stays where it was.

const listing = document.querySelector(".listing");
const status = document.querySelector("[data-results-status]");
let current;

function addressOf(form) {
  const query = new URLSearchParams(new FormData(form)).toString();
  return query ? `${form.action}?${query}` : form.action;
}

function selectorOf(element) {
  if (!listing.contains(element)) return null;
  if (element.name) return `[name="${element.name}"][value="${CSS.escape(element.value)}"]`;
  const group = element.closest("summary") && element.closest("details").id;
  return group ? `#${group} > summary` : null;
}

async function show(address) {
  current?.abort();
  current = new AbortController();
  listing.querySelector(".listing__results").ariaBusy = "true";
  try {
    const answer = await fetch(address, { signal: current.signal });
    if (!answer.ok) throw new Error(answer.status);
    replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

function replace(page) {
  const focused = selectorOf(document.activeElement);
  const hadFocus = listing.contains(document.activeElement);
  for (const details of listing.querySelectorAll("details[id]")) {
    const successor = page.getElementById(details.id);
    if (successor) successor.open = details.open;
  }
  for (const part of [".filters", ".listing__results"]) {
    listing.querySelector(part).replaceWith(page.querySelector(part));
  }
  document.title = page.title;
  status.textContent = listing.querySelector(".listing__count").textContent;
  if (hadFocus) (listing.querySelector(focused ?? ":not(*)") ?? listing.querySelector(".listing__count")).focus();
}

function go(address) {
  history.pushState(null, "", address);
  show(address);
}

listing.addEventListener("change", (event) => {
  const form = event.target.closest(".filters");
  if (form) go(addressOf(form));
});

listing.addEventListener("submit", (event) => {
  event.preventDefault();
  go(addressOf(event.target));
  listing.querySelector(".listing__results").scrollIntoView();
});

listing.addEventListener("click", (event) => {
  const link = event.target.closest(".chips a, .listing__empty a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.href);
});

addEventListener("popstate", () => show(location.href));

// Who ticks a box before this script is there has not ticked it in vain.
const early = listing.querySelector(".filters");
if ([...(early?.elements ?? [])].some((field) => field.checked !== field.defaultChecked)) go(addressOf(early));
