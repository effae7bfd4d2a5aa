// The editor's rows of pinned or refused pages. They stay Wagtail's: rows come and go through its own buttons.

export class Rows {
  constructor(name) {
    this.name = name;
    this.box = document.getElementById(`id_${name}-FORMS`);
  }

  get rows() {
    return [...this.box.children]
      .filter((row) => row.id.startsWith("inline_child_") && !row.classList.contains("deleted"))
      .map((element) => ({ element, prefix: `id_${element.id.replace("inline_child_", "")}` }))
      .map((row) => ({ ...row, page: document.getElementById(`${row.prefix}-target`)?.value }));
  }

  get pages() {
    return this.rows.map((row) => row.page).filter(Boolean);
  }

  has(page) {
    return this.pages.includes(page);
  }

  add({ page, title, editUrl }) {
    if (this.has(page)) return;
    document.getElementById(`id_${this.name}-ADD`).click();
    const { prefix } = this.rows.at(-1);
    const chooser = document.getElementById(`${prefix}-target-chooser`).widget;
    chooser.setState({ id: page, adminTitle: title, editUrl });
  }

  remove(page) {
    for (const row of this.rows) {
      if (row.page === page) document.getElementById(`${row.prefix}-DELETE-button`).click();
    }
  }

  move(page, step) {
    const pages = this.pages;
    const from = pages.indexOf(page);
    const to = from + step;
    if (from < 0 || to < 0 || to >= pages.length) return;
    pages.splice(to, 0, ...pages.splice(from, 1));
    this.order(pages);
  }

  // The rows of these pages in this order; rows without a page keep standing last.
  order(pages) {
    const place = (row) => (pages.includes(row.page) ? pages.indexOf(row.page) : pages.length);
    const rows = this.rows.sort((one, other) => place(one) - place(other));
    rows.forEach(({ element, prefix }, index) => {
      this.box.append(element);
      const order = document.getElementById(`${prefix}-ORDER`);
      order.value = index + 1;
      order.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}
