// Pictures of built pages, to be looked at: light, dark, 390 pixels wide, and printed.
// node shots.mjs NODE_MODULES CHROMIUM FOLDER_OF_PAGES FOLDER_OF_PICTURES PAGE…
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, executablePath, pages, pictures, ...names] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)("playwright-core");
const looks = {
  light: { colorScheme: "light", viewport: { width: 1300, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1300, height: 900 } },
  narrow: { colorScheme: "light", viewport: { width: 390, height: 800 } },
};
mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const name of names) {
  const stem = join(pictures, name.replaceAll("/", "-"));
  for (const [look, options] of Object.entries(looks)) {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(join(pages, `${name}.html`)).href);
    await tab.screenshot({ path: `${stem}-${look}.png`, fullPage: true });
    if (look === "dark") await tab.pdf({ path: `${stem}-print.pdf`, format: "A4", printBackground: true });
    await context.close();
  }
}
await browser.close();
