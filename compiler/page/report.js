// Sorts a table by the column whose head is clicked: numbers from the largest down,
// texts from A; a second click turns the order round.
"use strict";
for (const head of document.querySelectorAll("th[data-sort]"))
  head.addEventListener("click", () => {
    const column = head.cellIndex, body = head.closest("table").tBodies[0];
    const down = head.dataset.sort !== "down";
    const compare = (a, b) => {
      const x = a.cells[column], y = b.cells[column];
      return x.dataset.v === undefined
        ? x.textContent.localeCompare(y.textContent) : Number(y.dataset.v) - Number(x.dataset.v);
    };
    const rows = [...body.rows].sort(compare);
    body.append(...(down ? rows : rows.reverse()));
    for (const other of head.parentNode.cells) other.dataset.sort = "";
    head.dataset.sort = down ? "down" : "up";
  });
document.documentElement.dataset.ready = "yes";
