// Runs the browser tests where there is a Chromium; elsewhere says so and passes, except in CI.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const browser = process.env.CHROMIUM_PATH ?? findBrowser();
if (browser === undefined) {
  console.log(
    "Browser tests SKIPPED: no Chromium or Chrome was found. Install one (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.",
  );
  process.exit(process.env.CI ? 1 : 0);
}

const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--config", "e2e/vitest.config.ts", ...process.argv.slice(2)],
  {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { ...process.env, CHROMIUM_PATH: browser },
    stdio: "inherit",
  },
);
process.exit(status ?? 1);

function findBrowser() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE].find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
