// Fails when an npm package of the storefront or of the CDK's command has a licence that is not open, or a known hole.
import { readFileSync } from "node:fs";

const OPEN = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "CC-BY-4.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Python-2.0",
]);

const { asOf, advisories } = json("../../.ci/parts/known-advisories-npm.json");
const parts = ["../package-lock.json", "../../package-lock.json"].flatMap(installed);
const failures = parts.flatMap((part) => [...licence(part), ...holes(part)]);

console.log(`${parts.length} npm packages: licences, and known vulnerabilities as of ${asOf}`);
if (failures.length > 0) {
  console.error(`\n${failures.join("\n")}`);
  process.exit(1);
}

function installed(lock) {
  return Object.entries(json(lock).packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => ({
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      ...entry,
    }));
}

function licence({ name, version, license = "none" }) {
  const choices = license.replace(/[()]/g, "").split(" OR ");
  return choices.some((choice) => OPEN.has(choice))
    ? []
    : [`${name} ${version}: licence ${license} is not known as open`];
}

function holes({ name, version }) {
  return advisories
    .filter((known) => known.package === name && order(version, known.from) >= 0 && order(version, known.before) < 0)
    .map((known) => `${name} ${version}: ${known.id}, ${known.note}; mended in ${known.before}`);
}

/** Compares by the three numbers; a pre-release counts as its release. */
function order(one, other) {
  const [a, b] = [one, other].map((version) => version.split("-")[0].split(".").map(Number));
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function json(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}
