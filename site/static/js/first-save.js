// A new page saves itself once it has a title. Without one it cannot be saved, and the editor who begins with the text
// would read that there are mistakes before there is anything to mend.

document.addEventListener(
  "w-autosave:save",
  (event) => {
    const form = event.target;
    const title = form.elements?.namedItem("title");
    if (title && form.id === "page-edit-form" && form.action.includes("/pages/add/") && !title.value.trim()) {
      event.preventDefault();
      event.stopImmediatePropagation(); // nobody says that it is being saved
    }
  },
  true,
);
