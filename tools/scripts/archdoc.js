/* sphinx-archdoc: a card for each link to a record, ids that can be copied, links to rows.
   Without it the links lead there all the same. */
(() => {
  "use strict";
  const script = document.currentScript, words = script.dataset, SLOW = 300;
  const root = new URL("..", script.src).href; // the script lies in _static
  const make = (name, className = "", textContent = "", more = {}) =>
    Object.assign(document.createElement(name), { className, textContent, ...more });
  // What the scripts of tables and pictures use as well.
  window.archdoc = {
    make,
    button: (said, className, onclick) => make("button", className, said, { type: "button", onclick }),
    /** Saves a text as a file whose name is made of words. */
    save(said, data, ending) {
      const name = said.match(/[\p{L}\p{N}]+/gu)?.join("-") || "archdoc";
      make("a", "", "", { href: URL.createObjectURL(new Blob([data])), download: `${name}.${ending}` }).click();
    },
  };

  // -- cards of links
  let cards, loading, shown, waiting;
  const load = () => loading ??= new Promise((done) => {
    window.archdocCards = (data) => { cards = data; };
    document.head.append(make("script", "", "", { onload: done, onerror: done, src: `${root}archdoc-cards.js` }));
  });

  function find(link) {
    const [page, anchor = ""] = link.href.split("#");
    if (!page.startsWith(root)) return null;
    const key = page.slice(root.length).replace(/(^|\/)index\.html$|\.html$|\/$/, "");
    const found = cards?.[key], card = found?.[decodeURIComponent(anchor)];
    return typeof card === "string" ? found[card] : card;
  }

  function show(link) {
    const card = find(link);
    hide();
    if (!card || !link.isConnected) return;
    const [id, title, kind, word, tone, text] = card;
    const pop = make("div", "arch-pop", "", { id: "arch-pop", role: "tooltip" });
    const head = make("div", "arch-pop-head");
    for (const [said, className] of [
      [id !== title && id, "arch-id"], [kind, "arch-label"], [word, `arch-badge arch-is-${tone}`],
    ]) {
      if (said) head.append(make("span", className, said));
    }
    pop.append(head, make("strong", "", title));
    if (text) pop.append(make("p", "", text));
    document.body.append(pop);
    const at = link.getClientRects()[0], box = pop.getBoundingClientRect();
    const below = at.bottom + box.height + 12 < innerHeight || at.top < box.height + 12;
    pop.style.left = `${scrollX + Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.width - 8))}px`;
    pop.style.top = `${scrollY + (below ? at.bottom + 6 : at.top - box.height - 6)}px`;
    link.removeAttribute("title"); // the card says it
    link.setAttribute("aria-describedby", pop.id);
    pop.onpointerenter = () => clearTimeout(waiting);
    pop.onpointerleave = () => later(hide);
    shown = { link, pop };
  }
  function hide() {
    shown?.link.removeAttribute("aria-describedby");
    shown?.pop.remove();
    shown = null;
  }
  function later(act) {
    clearTimeout(waiting);
    waiting = setTimeout(act, SLOW);
  }
  const ours = (event) => {
    const link = event.target.closest?.("a.internal[href]");
    return link?.closest("main,article,[role=main]") && !link.closest("nav,.toctree-wrapper") && link;
  };
  document.addEventListener("pointerover", (event) => {
    const link = event.pointerType !== "touch" && ours(event);
    if (link && link !== shown?.link) load().then(() => later(() => show(link)));
    else if (link) clearTimeout(waiting);
  });
  document.addEventListener("pointerout", (event) => { if (ours(event)) later(hide); });
  document.addEventListener("focusin", (event) => {
    const link = ours(event);
    if (link?.matches(":focus-visible")) load().then(() => document.activeElement === link && show(link));
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // -- ids to copy, links to rows
  for (const id of document.querySelectorAll(".arch-record .arch-id")) {
    const button = archdoc.button(id.textContent, "arch-id", async () => {
      try {
        await navigator.clipboard.writeText(id.textContent);
      } catch { // not allowed here: the reader copies what is selected
        return getSelection().selectAllChildren(button);
      }
      button.append(make("span", "arch-said", words.copied));
      setTimeout(() => button.lastChild.remove(), 1500);
    });
    button.title = words.copy;
    button.ariaLive = "polite";
    id.replaceWith(button);
  }
  for (const place of document.querySelectorAll(".arch-declared td [id]")) {
    place.closest("td").querySelector("p")?.append(make("a", "arch-permalink", "\u00b6", {
      href: `#${encodeURIComponent(place.id)}`, title: words.link, ariaLabel: words.link,
    }));
  }

  // -- tables that are wider than their boxes, when all that widens them is there
  addEventListener("load", () => {
    for (const box of document.querySelectorAll(".arch-scroll")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; // for the arrow keys
    }
  });
})();
