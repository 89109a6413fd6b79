import { fileURLToPath } from "node:url";
import { createServer, type ViteDevServer } from "vite";
import { afterEach, describe, expect, inject, vi } from "vitest";
import { SHOPPER, signIn } from "./shopping";
import { test } from "./visitor";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FILE = fileURLToPath(new URL("../src/app/shell.tsx", import.meta.url));
const BEFORE = "Stock counts are real";
const AFTER = "Edited while the page is open";

let edited = false;
let server: ViteDevServer;

afterEach(() => server.close());

describe("the development server", () => {
  test("shows the running shop, lets one sign in, and takes over an edit without a reload", async ({
    visitor: { page },
  }) => {
    const site = await serve();
    await page.goto(site);
    await page.getByRole("link", { name: "RTX 4090 GPU" }).first().waitFor();
    await page.getByText(BEFORE).waitFor();
    await page.getByRole("searchbox").fill("vista");

    edited = true;
    server.watcher.emit("change", FILE);
    await page.getByText(AFTER).waitFor();
    expect(await page.getByRole("searchbox").inputValue(), "what was typed before the edit").toBe("vista");

    await signIn(page, SHOPPER, site);
    // What the page still loads would miss the server, which is gone before the page is.
    await page.goto("about:blank");
  });
});

/** As `npm run dev` does, with VITE_API_URL; an edit is made on the way to the page, and not on the disk. */
async function serve(): Promise<string> {
  vi.stubEnv("VITE_API_URL", `${inject("site")}/api`);
  server = await createServer({
    root: ROOT,
    mode: "development",
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0 },
    plugins: [
      {
        name: "edit",
        enforce: "pre",
        transform: (code, id) => (edited && id === FILE ? code.replace(BEFORE, AFTER) : undefined),
      },
    ],
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== "object" || address === null) throw new Error("the development server has no port");
  return `http://127.0.0.1:${address.port}`;
}
