// On the page of a picture: the rows for more people in it appear one by one.

const box = document.querySelector("[data-depicted]");
const more = box?.querySelector("[data-depicted-more]");

function next() {
  return box.querySelector(".depicted__row[hidden]");
}

if (more) {
  more.hidden = !next();
  more.addEventListener("click", () => {
    const row = next();
    row.hidden = false;
    row.querySelector("button")?.focus();
    more.hidden = !next();
  });
}
