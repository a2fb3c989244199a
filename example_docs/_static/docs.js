// Only for these pages; all of it can be read without. The markup chosen in one place is chosen
// everywhere, and what scrolls can be reached with the keyboard.
"use strict";
const KEY = "docs-markup";
const choose = (ending) => {
  for (const button of document.querySelectorAll(".docs-tabs > input")) {
    button.checked = button.id.endsWith(`-${ending}`);
  }
};
const stored = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // a browser may forbid it
  }
};
document.addEventListener("change", (event) => {
  if (!event.target.matches(".docs-tabs > input")) return;
  const before = event.target.getBoundingClientRect().top;
  const ending = event.target.id.split("-").pop();
  choose(ending);
  scrollBy(0, event.target.getBoundingClientRect().top - before); // sources above may be longer
  try {
    localStorage.setItem(KEY, ending);
  } catch {
    // then it holds for this page
  }
});
document.addEventListener("DOMContentLoaded", () => {
  if (stored()) choose(stored());
  for (const table of document.querySelectorAll(".table-wrapper > table")) {
    if (table.rows[0].cells.length > 4) table.classList.add("docs-many");
  }
  for (const box of document.querySelectorAll("pre, .table-wrapper")) {
    if (box.closest(".docs-tab") || box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
});
