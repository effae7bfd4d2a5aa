// Improvements for browsers with JavaScript; every page works without them. Each loads only where it is needed.

const improvements = [
  [".menu", () => import("./menu.js")],
  ["[data-copy], [data-copy-from]", () => import("./copy.js")],
  [".filters", () => import("./filters.js")],
];

for (const [selector, load] of improvements) {
  if (document.querySelector(selector)) load();
}
