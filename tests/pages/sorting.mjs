// How each column of each table sorts, from the lowest. node sorting.mjs NODE_MODULES CHROMIUM FOLDER
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, executablePath, folder] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)("playwright-core");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const tab = await browser.newPage({ viewport: { width: 1300, height: 900 } });
await tab.goto(pathToFileURL(`${folder}/index.html`).href);
const said = [];
for (const table of await tab.locator("table.arch-declared").all()) {
  await table.locator("thead th").nth(1).locator("button").click();
  said.push(await table.locator("tbody td:nth-child(2)").allInnerTexts());
}
console.log(JSON.stringify(said));
await browser.close();
