// Copies what the site uses of others' work to site/static/vendor/<name>/<version>/,
// with its licence. The stylesheets name the version in their addresses, so a new one
// asks for a look at css/site.css, css/letters.css and templates/components/head.html.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");
const target = join(here, "..", "static", "vendor");

const wanted = [
  {
    from: "@digdir/designsystemet-css",
    to: "designsystemet",
    files: [
      "breadcrumbs",
      "button",
      "details",
      "error-summary",
      "field",
      "fieldset",
      "input",
      "label",
      "skip-link",
      "validation-message",
    ].map((name) => `dist/src/${name}.css`),
  },
  {
    from: "@fontsource/hedvig-letters-serif",
    to: "hedvig-letters-serif",
    files: [
      "files/hedvig-letters-serif-latin-400-normal.woff2",
      "files/hedvig-letters-serif-latin-ext-400-normal.woff2",
    ],
  },
];

for (const { from, to, files } of wanted) {
  const source = join(packages, from);
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const folder = join(target, to, version);
  rmSync(join(target, to), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ["LICENSE", ...files]) {
    cpSync(join(source, file), join(folder, basename(file)));
  }
  console.log(`${to} ${version}: ${files.length} files and the licence`);
}
