// Opens a page in Chromium, light, dark and narrow, and prints what axe finds in our part of it.
// node axe.mjs NODE_MODULES CHROMIUM PAGE
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, executablePath, page] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const looks = {
  light: { colorScheme: "light", viewport: { width: 1300, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1300, height: 900 } },
  narrow: { colorScheme: "light", viewport: { width: 390, height: 800 } },
};
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"],
});
const found = {};
for (const [name, options] of Object.entries(looks)) {
  const tab = await (await browser.newContext(options)).newPage();
  const errors = [];
  tab.on("pageerror", (error) => errors.push(`script: ${error.message}`));
  await tab.goto(page);
  await tab.evaluate(axe);
  const violations = await tab.evaluate(async () => {
    document.querySelectorAll("details").forEach((each) => { each.open = true; });
    const result = await window.axe.run(document.querySelector("article, [role=main]"));
    return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`);
  });
  found[name] = [...errors, ...violations];
}
// What the buttons and keys do.
const tab = await (await browser.newContext(looks.light)).newPage();
await tab.goto(page);
const canvas = tab.locator(".arch-canvas").first();
const width = () => canvas.locator("svg").evaluate((svg) => svg.clientWidth);
const steps = [await width()];
await tab.locator(".arch-tools button").nth(2).click();
steps.push(await width());
await canvas.focus();
await tab.keyboard.press("+");
steps.push(await width());
await tab.keyboard.press("0");
steps.push(await width());
const [saved] = await Promise.all([
  tab.waitForEvent("download"),
  tab.locator(".arch-tools button").nth(4).click(),
]);
const file = readFileSync(await saved.path(), "utf8");
await browser.close();
console.log(JSON.stringify({ found, steps, name: saved.suggestedFilename(), file }));
