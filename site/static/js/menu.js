// The menu closes with Escape, and when one goes elsewhere.

const menu = document.querySelector(".menu");

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
