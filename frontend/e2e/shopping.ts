import type { Page } from "playwright-core";

/** What every visitor does, in the words of the page. */

export async function openBuying(page: Page, sku: string): Promise<void> {
  await page.goto(`/products/${sku}`);
  await page
    .getByRole("button", { name: /^Buy now/ })
    .first()
    .click();
  await page.getByRole("dialog").waitFor();
}

/** Fills in the form and pays; `card` is the label of a demo card. */
export async function pay(page: Page, { email, card }: { email: string; card?: string }): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  if (card) await page.getByText(card).click();
  await page.getByRole("button", { name: /^Pay / }).click();
}

/** What the order's page says of it, in the overlay of an order that was just placed and behind it. */
export async function expectStatus(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole("heading", { name: title }).first().waitFor();
}

export async function leaveOverlay(page: Page): Promise<void> {
  const overlay = page.getByRole("dialog");
  if ((await overlay.count()) === 0) return;
  await page.keyboard.press("Escape");
  await overlay.waitFor({ state: "detached" });
}

export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

export function orderIdOf(page: Page): string {
  const id = /\/orders\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (!id) throw new Error(`no order at ${page.url()}`);
  return id;
}

export const ADMIN = { email: "admin@example.com", password: "Stampede-admin-1" };
export const SHOPPER = { email: "shopper@example.com", password: "Stampede-shopper-1" };

/** @param site where it is not the shop's own */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string },
  site = "",
): Promise<void> {
  await page.goto(`${site}/account/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await heading(page, "Your account");
}

/** An address that nobody else has. */
export function newAddress(): string {
  return `e2e-${crypto.randomUUID()}@example.com`;
}
