import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const FOLDER = fileURLToPath(new URL("./screenshots/", import.meta.url));
const PHONE = { width: 360, height: 740 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Looks at the page as it stands, on a phone and on a desk: pictures for people, axe for what can be computed, and
 * no scrolling sideways.
 */
export async function look(page: Page, name: string): Promise<void> {
  const desk = page.viewportSize();
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
  await page.screenshot({ path: `${FOLDER}${name}.png`, fullPage: true });
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
  expect(found, `what axe says about ${name}`).toEqual([]);
}

/** Fonts and pictures are there, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].filter((image) => image.loading !== "lazy").map((image) => image.decode().catch(() => undefined)));
    await Promise.all(document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity).map((each) => each.finished.catch(() => undefined)));
  });
}
