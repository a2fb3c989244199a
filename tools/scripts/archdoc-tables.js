/* sphinx-archdoc: sorts, filters and saves tables, filters lists. Without it they are just shown. */
(() => {
  "use strict";
  const words = document.currentScript.dataset, levels = JSON.parse(words.levels);
  const { make, button } = archdoc, FEW = 5, MOST_CHIPS = 6;
  const { compare } = new Intl.Collator(document.documentElement.lang || [], { numeric: true });
  /** What a cell says, without the signs that lead to it. */
  function text(node) {
    const copy = node?.cloneNode(true);
    copy?.querySelectorAll(".headerlink,.arch-permalink").forEach((link) => link.remove());
    return copy?.textContent.replace(/\s+/g, " ").trim() ?? "";
  }

  // -- sorting
  const rank = (said) => levels.findIndex((names) => names.includes(said.toLowerCase()));
  const number = (said) => /^[<>\u2264\u2265~]?\s*-?[\d,]+(\.\d+)?(?![\d.:-])/.test(said)
    ? parseFloat(said.replace(/,(?!\d{3}(?!\d))/, ".").replace(/[^\d.-]/g, "")) : NaN;
  /** What a cell counts as: the class has its amount, in any unit and notation. */
  const worth = (cell) => /arch-v(\S+)/.exec(cell?.className)?.[1] ?? text(cell);
  /** The values of a column as what they sort by: levels, else numbers, else words. */
  function keys(said) {
    for (const read of [(s) => (rank(s) < 0 ? NaN : rank(s)), number]) {
      if (said.every((s) => !s || !isNaN(read(s)))) return [said.map((s) => s && read(s)), (a, b) => a - b];
    }
    return [said, compare];
  }
  /** Sorts up, then down, then as it was at first. */
  function sort(table, heads, at, first) {
    const was = heads[at].ariaSort, down = was === "ascending", back = was === "descending";
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    if (!back) heads[at].ariaSort = down ? "descending" : "ascending";
    for (const body of table.tBodies) {
      let part = [];
      for (const row of [...body.rows, null]) { // headings of groups and totals stay where they are
        if (row && !row.matches(".arch-group,.arch-total")) { part.push(row); continue; }
        const [by, order] = keys(part.map((each) => worth(each.cells[at])));
        const ways = part.map((each, n) => [each, by[n]]).sort(([x, a], [y, b]) => back
          ? first.indexOf(x) - first.indexOf(y)
          : (a === "") - (b === "") || (a === "" ? 0 : down ? order(b, a) : order(a, b)));
        for (const [each] of ways) body.insertBefore(each, row);
        part = [];
      }
    }
  }

  // -- saving
  const cells = (row) => [...row.cells].map(text);
  const quoted = (said) => `"${said.replace(/^[=+@\t\r-](?![\d.,\s%]*$)/, "'$&").replace(/"/g, '""')}"`; // no formulas
  function save(table, heads, format) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows])
      .filter((row) => !row.hidden && !row.matches(".arch-group")).map(cells);
    const names = heads.map(text);
    const data = format === "CSV"
      ? `\ufeff${[names, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`
      : JSON.stringify(rows.map((row) => Object.fromEntries(row.map((said, n) => [names[n], said]))), null, 2);
    archdoc.save(text(table.caption) || document.title, data, format.toLowerCase());
  }

  // -- filtering
  function filter(items, name, chips) {
    const bar = make("div", "arch-filter"), count = make("output");
    const input = make("input", "", "", { type: "search", placeholder: words.filter, ariaLabel: words.filter + (name && `: ${name}`), oninput: update });
    let chosen = "";
    function update() {
      const wanted = input.value.toLowerCase().split(/\s+/);
      for (const item of items) {
        const said = text(item).toLowerCase();
        item.hidden = !wanted.every((word) => said.includes(word)) ||
          (chosen && ![...item.querySelectorAll(".arch-badge")].some((badge) => wordOf(badge) === chosen));
      }
      const left = items.filter((item) => !item.hidden).length;
      count.textContent = left < items.length
        ? words.of.replace("{shown}", left).replace("{total}", items.length) : "";
    }
    bar.append(input);
    for (const [said, many, label] of chips) {
      const chip = button(`${label || words.all} ${many}`, "arch-button", () => {
        chosen = said;
        bar.querySelectorAll("[aria-pressed]").forEach((each) => { each.ariaPressed = each === chip; });
        update();
      });
      chip.ariaPressed = !said;
      bar.append(chip);
    }
    bar.append(count);
    return bar;
  }
  /** What a badge means: its canonical word where it has one, however its author calls it. */
  function wordOf(badge) {
    return [...badge.classList].find((name) => name.startsWith("arch-word-")) ?? text(badge);
  }
  /** The badges of the column that has a handful of them, with how many are of each, and as most call it. */
  function chipsOf(rows) {
    const columns = new Map();
    for (const row of rows) {
      for (const badge of row.querySelectorAll("td > p > .arch-badge:only-child,.arch-list > li > p > .arch-badge")) {
        const at = badge.closest("td")?.cellIndex, found = columns.get(at) ?? new Map();
        const word = wordOf(badge);
        columns.set(at, found.set(word, [...(found.get(word) ?? []), text(badge)]));
      }
    }
    const fit = [...columns.values()].filter((found) => found.size > 1 && found.size <= MOST_CHIPS)
      .filter((found) => ![...found.values()].some(([said]) => /^\d/.test(said)));
    const often = (said, all) => all.filter((other) => other === said).length;
    const chips = [...fit.at(-1) ?? []].map(([word, all]) => [word, all.length,
      all.find((said) => `arch-word-${said.toLowerCase()}` === word) ??
      all.reduce((best, said) => often(said, all) > often(best, all) ? said : best)]);
    return fit.length ? [["", rows.length], ...chips] : [];
  }

  function prepareTable(table) {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const own = rows.filter((row) => !row.matches(".arch-group,.arch-total"));
    if (!own[0] || own.some((row) => row.cells.length !== heads.length) ||
        table.querySelector("td[rowspan]") || table.tHead.rows.length > 1) return;
    heads.forEach((head, at) => {
      const said = text(head);
      const inner = head.querySelector("p") ?? head;
      if (said && own[1]) inner.replaceChildren(button(said, "arch-sort", () => sort(table, heads, at, rows)));
      for (const row of rows) if (row.cells.length === heads.length) row.cells[at].dataset.label = said;
    });
    table.classList.toggle("arch-cards", heads.length > 2);
    if (own.length < FEW) return;
    const bar = filter(own, text(table.caption), chipsOf(own));
    for (const format of ["CSV", "JSON"]) {
      const saving = button(format, "arch-button", () => save(table, heads, format));
      saving.title = saving.ariaLabel = words.save.replace("{format}", format);
      bar.append(saving);
    }
    (table.closest(".arch-scroll") ?? table).before(bar);
  }

  document.querySelectorAll("table.arch-table:not(.arch-matrix,.arch-crossing,.arch-sums,.arch-columns,.arch-errors)").forEach(prepareTable);
  for (const list of document.querySelectorAll("ul.arch-list")) {
    const items = [...list.children];
    if (items.length >= FEW) list.before(filter(items, "", chipsOf(items)));
  }
})();
