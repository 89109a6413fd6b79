import type { Page } from "playwright-core";

/** What every buyer does, in the words of the page. */

export async function openBuying(page: Page, sku: string): Promise<void> {
  await page.goto(`/products/${sku}`);
  await page.getByRole("button", { name: /^Buy now/ }).first().click();
  await page.getByRole("dialog").waitFor();
}

/** Fills in the form and pays; `card` is the label of a demo card. */
export async function pay(page: Page, { email, card }: { email: string; card?: string }): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill(email);
  if (card) await dialog.getByText(card).click();
  await dialog.getByRole("button", { name: /^Pay / }).click();
}

export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

export function orderIdOf(page: Page): string {
  const id = /\/orders\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (!id) throw new Error(`no order at ${page.url()}`);
  return id;
}

let buyers = 0;

/** An address that nobody else in this run has. */
export function newAddress(): string {
  buyers += 1;
  return `e2e-${buyers}-${Date.now()}@example.com`;
}
