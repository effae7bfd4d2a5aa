// Improvements for browsers with JavaScript; every page works without them.

// The menu and the search field close with Escape, and when one goes elsewhere.
function closeMenus(menu) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  for (const type of ["click", "focusin"]) {
    document.addEventListener(type, (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }
}

// Copies a link, or the text of an element, and says so.
async function copy(button) {
  const { copy: link, copyFrom } = button.dataset;
  const status = button.closest("section").querySelector("[role=status]");
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(link ?? document.getElementById(copyFrom).textContent.trim());
    status.textContent = "Gekopieerd.";
  } catch {
    status.textContent = link
      ? "Kopiëren lukt niet. Kopieer het adres boven in uw browser."
      : "Kopiëren lukt niet. Selecteer de tekst en kopieer die zelf.";
  }
}

for (const menu of document.querySelectorAll(".menu, .site-search")) closeMenus(menu);

// Who opens the search wants to type; and only who wants to type needs suggestions.
const search = document.querySelector(".site-search");
search.addEventListener("toggle", () => {
  if (search.open) search.querySelector("input").focus();
});
document.addEventListener("focusin", suggest);
function suggest(event) {
  if (!event.target.matches("form[role=search] input")) return;
  document.removeEventListener("focusin", suggest);
  import("./suggestions.js");
}

// Copying buttons stand in the page hidden, and appear only where copying works.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

if (document.querySelector(".filters")) import("./filters.js");
