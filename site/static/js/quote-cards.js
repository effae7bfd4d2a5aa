// The page of the admin with quote cards: typing own words chooses them, and a button copies the text of a field.

const COPIED = "Gekopieerd.";
const BY_HAND = "Kopiëren mag niet van deze browser. De tekst is geselecteerd: druk op Ctrl+C.";

// Without a clipboard the text is selected, ready to be copied by hand.
async function copy(field, status) {
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = COPIED;
  } catch {
    field.select();
    status.textContent = BY_HAND;
  }
}

for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", () => copy(field, status));
}

for (const field of document.querySelectorAll("[data-chooses]")) {
  field.addEventListener("input", () => {
    document.getElementById(field.dataset.chooses).checked = true;
  });
}
