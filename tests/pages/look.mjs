// Opens pages in light, dark and 390 pixels wide: what axe finds in the content, what is asked of
// other hosts, what scrolls sideways, what the console says.
// node look.mjs NODE_MODULES CHROMIUM FOLDER PAGE…
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, executablePath, folder, ...names] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const wide = { width: 1300, height: 900 };
const looks = {
  light: { colorScheme: "light", viewport: wide },
  dark: { colorScheme: "dark", viewport: wide },
  narrow: { colorScheme: "light", viewport: { width: 390, height: 800 } },
};
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const said = { found: [], asked: [], scrolls: [], errors: [], opened: 0 };
for (const [look, options] of Object.entries(looks)) {
  const context = await browser.newContext({ ...options, reducedMotion: "reduce" });
  for (const name of names) {
    const tab = await context.newPage();
    tab.on("pageerror", (error) => said.errors.push(`${look} ${name} ${error.message}`));
    tab.on("request", (request) => {
      if (!/^(file|data|blob):/.test(request.url())) said.asked.push(request.url());
    });
    await tab.goto(pathToFileURL(`${folder}/${name}.html`).href);
    const more = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (more > 0) said.scrolls.push(`${look} ${name} ${more}`);
    // Rows that are cards here have the names of their columns at the left.
    const bare = await tab.evaluate(() =>
      innerWidth > 400 ? [] : [...document.querySelectorAll("table.arch-cards > tbody > tr > td")]
        .filter((td) => td.getClientRects().length && getComputedStyle(td, "::before").content !== "none"
          && parseFloat(getComputedStyle(td).paddingLeft) < 60)
        .map((td) => td.textContent));
    said.found.push(...bare.map((text) => `${look} ${name} no room for the name of: ${text}`));
    await tab.evaluate(axe);
    const violations = await tab.evaluate(async () => {
      document.querySelectorAll("details.arch-relations").forEach((each) => { each.open = true; });
      const result = await window.axe.run({
        include: document.querySelector("article, [role=main], main"),
        exclude: ".highlight", // code: its colours and scroll bars are of the theme
      });
      return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.html.slice(0, 160)}`));
    });
    said.found.push(...violations.map((text) => `${look} ${name} ${text}`));
    said.opened += 1;
    await tab.close();
  }
  await context.close();
}
await browser.close();
console.log(JSON.stringify(said));
