import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** More than any page has places for the focus. */
const MOST_TABS = 300;

/** Goes to a control by Tab, as somebody without a mouse does, and sees it there. */
export async function reach(control: Locator): Promise<void> {
  await control.waitFor();
  const { keyboard } = control.page();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await hasFocus(control)) {
      await expectShown(control.page());
      return;
    }
    await keyboard.press("Tab");
  }
  throw new Error(`no way to ${String(control)} by Tab`);
}

export async function press(control: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await reach(control);
  await control.page().keyboard.press(key);
}

export async function type(control: Locator, text: string): Promise<void> {
  await reach(control);
  await control.page().keyboard.type(text);
}

/** The focus has come (back) there by itself. */
export async function expectFocus(control: Locator): Promise<void> {
  await expect
    .poll(() => hasFocus(control), { timeout: 10_000, message: `the focus on ${String(control)}` })
    .toBe(true);
}

/**
 * By Tab from the first place of the page to the last and on to the first again: nothing holds the focus, all show it.
 *
 * @returns how many there are
 */
export async function goRound(page: Page): Promise<number> {
  const first = page.getByRole("link", { name: "Skip to the content" });
  await reach(first);
  for (let tabs = 1; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await hasFocus(first)) return tabs;
    await expectShown(page);
  }
  throw new Error("Tab does not lead round the page");
}

/** Not at once: what had the focus before may lie over it for the length of a transition. */
async function expectShown(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(whatHidesItsFocus), {
      timeout: 5_000,
      message: "what has the focus and does not show it",
    })
    .toBeNull();
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

/** Runs in the page. Null where what has the focus shows it and is itself in sight, and where nothing has it. */
function whatHidesItsFocus(): string | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const outlined = [undefined, "::after"].some((part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
  const { left, top, width, height } = element.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  const inSight = there !== null && (element.contains(there) || there.contains(element));
  return outlined && inSight ? null : element.outerHTML;
}
