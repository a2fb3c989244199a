// Makes the scripts that are shipped from those in tools/scripts: the same, without comments and
// long names. node tools/scripts.mjs NODE_MODULES [OUTPUT_FOLDER]   (needs the npm package terser)
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [modules, output = join(here, "..", "sphinx_archdoc", "static")] = process.argv.slice(2);
const { minify } = createRequire(`${resolve(modules)}/`)("terser");
for (const name of readdirSync(join(here, "scripts"))) {
  const source = readFileSync(join(here, "scripts", name), "utf8");
  const mark = createHash("sha256").update(source).digest("hex").slice(0, 12);
  const { code } = await minify(source, { compress: { passes: 3, ecma: 2020 }, mangle: true });
  writeFileSync(join(output, name), `/* made from tools/scripts/${name} ${mark} */\n${code}\n`);
}
