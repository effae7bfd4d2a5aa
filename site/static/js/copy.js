// Buttons that copy a link or the text of an element; they show themselves only where copying works.

function textFor(button) {
  return button.dataset.copy ?? document.getElementById(button.dataset.copyFrom).textContent.trim();
}

function statusOf(button) {
  return button.closest("section").querySelector("[role=status]");
}

async function copy(event) {
  const button = event.currentTarget;
  const status = statusOf(button);
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(textFor(button));
    status.textContent = "Gekopieerd.";
  } catch {
    status.textContent = "Kopiëren lukt niet in deze browser.";
  }
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", copy);
  }
}
