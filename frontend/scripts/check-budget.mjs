// Fails when the built first page is heavier than its budget, or holds something the Content-Security-Policy forbids.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const KB = 1000;
const BUDGET = { js: 110 * KB, css: 10 * KB, html: 3 * KB, image: 8 * KB, font: 60 * KB };

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const html = read("index.html");
const failures = [];

const scripts = withStaticImports(
  links(/<script[^>]+src="([^"]+)"/g).concat(links(/<link[^>]+modulepreload[^>]+href="([^"]+)"/g)),
);
const styles = links(/<link[^>]+stylesheet[^>]+href="([^"]+)"/g);
const fonts = readdirSync(join(dist, "assets")).filter((name) => name.endsWith(".woff2"));
const images = readdirSync(join(dist, "images/products"));

check("JS of the first page (gzip)", sum(scripts.map(gzipped)), BUDGET.js);
check("CSS of the first page (gzip)", sum(styles.map(gzipped)), BUDGET.css);
check("HTML", Buffer.byteLength(html), BUDGET.html);
check("Fonts", sum(fonts.map((name) => statSync(join(dist, "assets", name)).size)), BUDGET.font);
check(
  "Largest product image",
  Math.max(...images.map((name) => statSync(join(dist, "images/products", name)).size)),
  BUDGET.image,
);

forbid("inline script in the page", /<script(?![^>]+src=)/.test(html));
forbid("inline style in the page", /<style|\sstyle=/.test(html));
forbid(
  "data: address in the styles",
  styles.some((path) => /url\(["']?data:/.test(read(path))),
);

if (failures.length > 0) {
  console.error(`\n${failures.join("\n")}`);
  process.exit(1);
}

function check(name, bytes, budget) {
  const line = `${name.padEnd(30)} ${kb(bytes)} of ${kb(budget)} kB`;
  console.log(line);
  if (bytes > budget) failures.push(`Over budget: ${line}`);
}

function forbid(name, found) {
  if (found) failures.push(`Forbidden: ${name}`);
}

function links(pattern) {
  return [...html.matchAll(pattern)].map(([, path]) => path);
}

function withStaticImports(entries) {
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const [, imported] of read(path).matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
      visit(join(dirname(path), imported));
    }
  };
  entries.forEach(visit);
  return [...seen];
}

function read(path) {
  return readFileSync(join(dist, path), "utf8");
}

function gzipped(path) {
  return gzipSync(read(path), { level: 9 }).length;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function kb(bytes) {
  return (bytes / KB).toFixed(1).padStart(6);
}
