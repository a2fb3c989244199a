// What scripts add to pages: cards of links, sorting, filters, files, copied ids; and what axe,
// scroll bars and requests say. node use.mjs NODE_MODULES CHROMIUM FOLDER
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, executablePath, folder] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const address = (name) => pathToFileURL(`${folder}/${name}.html`).href;
const wide = { width: 1300, height: 900 };
const looks = {
  light: { colorScheme: "light", viewport: wide },
  dark: { colorScheme: "dark", viewport: wide },
  narrow: { colorScheme: "light", viewport: { width: 390, height: 800 } },
};
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const said = { found: [], asked: [], scrolls: [] };
async function open(options, name) {
  const context = await browser.newContext(options);
  if (options.javaScriptEnabled !== false) {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  }
  const tab = await context.newPage();
  tab.on("pageerror", (error) => said.found.push(`script: ${error.message}`));
  tab.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) said.asked.push(request.url());
  });
  await tab.goto(address(name));
  return tab;
}
for (const [look, options] of Object.entries(looks)) {
  for (const name of ["index", "decisions"]) {
    const tab = await open(options, name);
    const more = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (more > 0) said.scrolls.push(`${look} ${name} ${more}`);
    await tab.evaluate(axe);
    const violations = await tab.evaluate(async () => {
      const result = await window.axe.run(document.querySelector("article, [role=main], main"));
      return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`);
    });
    said.found.push(...violations.map((text) => `${look} ${name} ${text}`));
  }
}

let tab = await open(looks.light, "index");
const card = tab.locator(".arch-pop");
const link = tab.locator("p > a.internal", { hasText: "ADR-0002" }).first();
await link.hover();
await card.waitFor();
said.card = await card.innerText();
said.described = await link.getAttribute("aria-describedby");
await card.hover();
await tab.waitForTimeout(500);
said.stays = await card.count();
await tab.keyboard.press("Escape");
said.escaped = await card.count();
await tab.mouse.move(2, 700);
for (let n = 0; n < 200 && !(await link.evaluate((a) => a === document.activeElement)); n += 1) {
  await tab.keyboard.press("Tab");
}
await card.waitFor();
said.focused = await card.locator("strong").innerText();

const table = tab.locator("table.arch-declared");
const column = (n) => table.locator(`tbody tr:visible td:nth-child(${n})`).allInnerTexts();
const head = (name) => table.locator("th button", { hasText: name });
said.first = await column(1);
await head("Impact").focus();
await tab.keyboard.press("Enter");
said.up = await column(3);
said.sorted = await table.locator("th[aria-sort]").getAttribute("aria-sort");
await head("Impact").click();
said.down = await column(3);
const bar = tab.locator(".arch-filter", { has: tab.getByRole("searchbox", { name: "Filter: Technical risks" }) });
await bar.locator("input").fill("THIRD");
said.filtered = await column(1);
said.count = await bar.locator("output").innerText();
await bar.locator("input").fill("");
async function save(name) {
  const [file] = await Promise.all([
    tab.waitForEvent("download"),
    bar.getByText(name, { exact: true }).click(),
  ]);
  return [file.suggestedFilename(), readFileSync(await file.path(), "utf8")];
}
said.csv = await save("CSV");
said.json = await save("JSON");
said.chips = await tab.locator(".arch-filter").first().locator("[aria-pressed]").allInnerTexts();
await head("Impact").click();
said.back = [await column(1), await table.locator("th[aria-sort]").count()];
said.undefined = await tab.locator(".undefined").count();
said.rows = await tab.locator(".arch-declared .arch-permalink").first().getAttribute("href");

tab = await open(looks.light, "decisions");
await tab.locator("button.arch-id").nth(1).click();
await tab.locator(".arch-said").waitFor();
said.copied = await tab.evaluate(() => navigator.clipboard.readText());
await tab.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("no")); });
await tab.locator("button.arch-id").first().click();
said.selected = await tab.evaluate(() => getSelection().toString());
tab = await open(looks.narrow, "index");
said.cards = await tab.locator("table.arch-declared").evaluateAll((all) =>
  all.map((each) => [each.rows[0].cells.length > 2, getComputedStyle(each.rows[1]).display]));

tab = await open({ ...looks.light, javaScriptEnabled: false }, "index");
said.plain = await tab.locator("table.arch-declared tbody tr").count();
said.buttons = await tab.locator("table.arch-declared button, .arch-filter").count();
await browser.close();
console.log(JSON.stringify(said));
