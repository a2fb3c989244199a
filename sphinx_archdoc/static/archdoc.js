/* sphinx-archdoc: a card for each link to a record, ids that can be copied, links to rows.
   Without it the links lead there all the same. */
(() => {
  "use strict";
  const script = document.currentScript, words = script.dataset, SLOW = 300;
  const root = new URL("..", script.src).href; // the script lies in _static
  const make = (name, className, text = "") =>
    Object.assign(document.createElement(name), { className, textContent: text });

  // -- cards of links
  let cards, loading, shown, waiting;
  const load = () => loading ??= new Promise((done) => {
    window.archdocCards = (data) => { cards = data; };
    const file = make("script");
    file.onload = file.onerror = done;
    file.src = `${root}archdoc-cards.js`;
    document.head.append(file);
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
    const pop = make("div", "arch-pop"), head = make("div", "arch-pop-head");
    pop.id = "arch-pop";
    pop.role = "tooltip";
    if (id !== title) head.append(make("span", "arch-id", id));
    head.append(make("span", "arch-label", kind));
    if (word) head.append(make("span", `arch-badge arch-is-${tone}`, word));
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
    const button = make("button", "arch-id", id.textContent);
    button.type = "button";
    button.title = words.copy;
    button.onclick = async () => {
      await navigator.clipboard.writeText(id.textContent);
      button.append(make("span", "arch-said", words.copied));
      setTimeout(() => button.lastChild.remove(), 1500);
    };
    button.ariaLive = "polite";
    id.replaceWith(button);
  }
  for (const place of document.querySelectorAll(".arch-declared td [id]")) {
    const link = make("a", "arch-permalink", "\u00b6");
    link.href = `#${encodeURIComponent(place.id)}`;
    link.title = link.ariaLabel = words.link;
    place.closest("td").querySelector("p")?.append(link);
  }
})();
