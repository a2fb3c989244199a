/* sphinx-archdoc: zoom, pan, full screen and download of pictures. Without it they are shown, scroll
   and link all the same. A picture grows by its width and moves by scrolling, so that touch, wheel
   and arrow keys do what they do everywhere. */
(() => {
  "use strict";
  const STEP = 1.25, LEAST = 0.1, MOST = 8, DRAG = 4;
  const CORNERS = '<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path ' +
    'd="M1 4V1h3M8 1h3v3m0 4v3H8M4 11H1V8" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>';

  function prepare(canvas) {
    const svg = canvas.querySelector("svg");
    const bar = canvas.previousElementSibling;
    const figure = canvas.parentElement;
    if (!svg || !bar || bar.querySelector("button")) return;
    const { width, height } = svg.viewBox.baseVal, words = bar.dataset;
    const isFull = () => document.fullscreenElement === figure || figure.matches(".arch-full");

    /** Shows the picture `scale` times its own size; the point (x, y) of the canvas stays put. */
    function zoom(scale, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
      const old = svg.getBoundingClientRect(), box = canvas.getBoundingClientRect();
      const left = x + box.left - old.left, top = y + box.top - old.top;
      if (!isFull()) canvas.style.maxHeight = `${Math.max(canvas.offsetHeight, 240)}px`;
      svg.style.minWidth = "0";
      svg.style.maxWidth = "none";
      svg.style.width = `${width * Math.min(Math.max(scale, LEAST), MOST)}px`;
      const now = svg.getBoundingClientRect(), ratio = now.width / old.width;
      canvas.scrollLeft += now.left + left * ratio - box.left - x;
      canvas.scrollTop += now.top + top * ratio - box.top - y;
    }
    const by = (factor, x, y) => zoom(svg.clientWidth / width * factor, x, y);

    function fit() {
      const pad = parseFloat(getComputedStyle(canvas).paddingLeft) * 2;
      const across = (canvas.clientWidth - pad) / width;
      zoom(Math.min(across, isFull() ? (canvas.clientHeight - pad) / height : 1));
      canvas.style.maxHeight = "";
    }

    function full() {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (!isFull() && figure.requestFullscreen) figure.requestFullscreen().catch(cover);
      else cover();
    }
    function cover() { // where the browser has no full screen: over the whole page
      figure.classList.toggle("arch-full");
      fit();
    }

    /** Saves a file that needs no style sheet: the colours are attributes. */
    function save() {
      const copy = svg.cloneNode(true);
      copy.removeAttribute("style");
      copy.style.background = "#fff";
      for (const a of copy.querySelectorAll("a")) {
        a.setAttribute("href", new URL(a.getAttribute("href"), document.baseURI).href);
      }
      archdoc.save(svg.querySelector("title")?.textContent ?? "", new XMLSerializer().serializeToString(copy), "svg");
    }

    const tools = archdoc.make("div", "arch-tools");
    for (const [sign, word, act] of [
      ["\u2212", words.out, () => by(1 / STEP)],
      [words.fit, "", fit],
      ["+", words.in, () => by(STEP)],
      [CORNERS, words.full, full],
      ["\u2193 SVG", words.save, save],
    ]) {
      const button = archdoc.button(sign, "", act);
      if (sign === CORNERS) button.innerHTML = sign;
      if (word) button.title = button.ariaLabel = word;
      tools.append(button);
    }
    bar.append(tools);

    const keys = { "+": () => by(STEP), "=": () => by(STEP), "-": () => by(1 / STEP), 0: fit };
    figure.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" && figure.matches(".arch-full")) cover();
      else if (keys[event.key]) keys[event.key]();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    figure.addEventListener("fullscreenchange", () => requestAnimationFrame(fit));
    canvas.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      by(1.0015 ** -event.deltaY, event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });

    let held = null, moved = false; // the mouse; fingers scroll by themselves
    canvas.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "mouse" || event.button) return;
      held = [event.clientX, event.clientY, canvas.scrollLeft, canvas.scrollTop];
      moved = false;
    });
    addEventListener("pointermove", (event) => {
      if (!held) return;
      const x = event.clientX - held[0], y = event.clientY - held[1];
      moved ||= Math.hypot(x, y) > DRAG;
      if (moved) canvas.scrollTo(held[2] - x, held[3] - y);
    });
    addEventListener("pointerup", () => { held = null; });
    canvas.addEventListener("click", (event) => { if (moved) event.preventDefault(); }, true);
    canvas.addEventListener("dragstart", (event) => event.preventDefault());

    let apart = 0; // two fingers
    const distance = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    canvas.addEventListener("touchmove", (event) => {
      if (event.touches.length !== 2) return;
      event.preventDefault();
      const now = distance(event.touches);
      if (apart) by(now / apart);
      apart = now;
    }, { passive: false });
    canvas.addEventListener("touchend", () => { apart = 0; });
  }

  document.querySelectorAll(".arch-canvas").forEach(prepare);
})();
