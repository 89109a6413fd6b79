import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect, inject, test as base } from "vitest";

/** Bounds a hang; an order takes a second or two. */
const PATIENCE_MS = 60_000;

/** A person with a browser of their own: nothing kept from anybody before. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Opens an address of the shop. */
  open: (path: string) => Promise<void>;
  /** Refusals (HTTP statuses) that this test is about: the browser notes each in its console. */
  expectRefusals: (...statuses: number[]) => void;
}

interface Fixtures {
  visitor: Visitor;
  /** One more person, with another browser. */
  newVisitor: () => Promise<Visitor>;
  browser: Browser;
}

/** Scenarios in a real browser. Whatever a scenario is about, its console must stay clean. */
export const test = base.extend<Fixtures>({
  browser: [
    // eslint-disable-next-line no-empty-pattern -- Vitest reads the fixtures it needs from the pattern
    async ({}, play: (browser: Browser) => Promise<void>) => {
      const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM_PATH ?? "",
        args: [
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // Chromium has no sandbox for root, which is who runs tests in a container.
          ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        ],
      });
      await play(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  newVisitor: async ({ browser }, play) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await play(async () => {
      const context = await browser.newContext({
        baseURL: inject("site"),
        viewport: { width: 1280, height: 900 },
        reducedMotion: "reduce",
      });
      contexts.push(context);
      return visitorIn(context, complaints);
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints, "the console of the browser").toEqual([]);
  },
  visitor: async ({ newVisitor }, play) => play(await newVisitor()),
});

/** @param complaints gets what any page of this browser says in its console */
async function visitorIn(context: BrowserContext, complaints: string[]): Promise<Visitor> {
  context.setDefaultTimeout(PATIENCE_MS);
  const expected = new Set<string>();
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if ([...expected].some((status) => message.text().includes(`status of ${status} `))) return;
    complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().message}`));
  const page = await context.newPage();
  return {
    page,
    context,
    open: async (path) => {
      await page.goto(path);
    },
    expectRefusals: (...statuses) => statuses.forEach((status) => expected.add(`${status}`)),
  };
}
