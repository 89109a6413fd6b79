import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const FOLDER = fileURLToPath(new URL("./screenshots/", import.meta.url));
const PHONE = { width: 360, height: 740 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Looks at the page as it stands, on a phone and on a desk: pictures for people, axe for what can be computed, and
 * no scrolling sideways.
 */
export async function look(page: Page, name: string): Promise<void> {
  const desk = page.viewportSize();
  // A page whose code comes when it is first opened has its frame before it has its heading.
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await mkdir(FOLDER, { recursive: true });
  await lookOnce(page, `${name}-desktop`);
  await page.setViewportSize(PHONE);
  await lookOnce(page, `${name}-phone`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `the width of ${name} at ${PHONE.width} px`).toBeLessThanOrEqual(PHONE.width);
  if (desk) await page.setViewportSize(desk);
}

async function lookOnce(page: Page, name: string): Promise<void> {
  await settled(page);
  // Where a page is scrolled, its header lies over some of it: that is no fault of what lies below.
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
  await page.screenshot({ path: `${FOLDER}${name}.png`, fullPage: true });
  const { violations } = await axeResults(page);
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
  expect(found, `what axe says about ${name}`).toEqual([]);
}

/** The page has no frames: axe runs in it once, and stays in it for the next look. */
async function axeResults(page: Page): Promise<AxeResults> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate((tags) => window.axe.run({ runOnly: tags, resultTypes: ["violations"] }), RULES);
}

/** Fonts and pictures are there, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(
      [...document.images]
        .filter((image) => image.loading !== "lazy")
        .map((image) => image.decode().catch(() => undefined)),
    );
    await Promise.all(
      document
        .getAnimations()
        .filter((each) => each.effect?.getComputedTiming().iterations !== Infinity)
        .map((each) => each.finished.catch(() => undefined)),
    );
  });
}
