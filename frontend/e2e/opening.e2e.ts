import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openedSale } from "@/features/catalog/sale";
import { api } from "@/lib/api-client";
import type { Product } from "@/lib/api-types";
import { buyOne } from "./shopper";
import { newAddress, pay } from "./shopping";
import { change, putOnSale, stockOf } from "./staff";
import { test } from "./visitor";
import { withoutPage } from "./without-page";

const UNITS = 10;
const PAGES = 2;
const SHOPPERS = 48;
/** By then the pages show the countdown. */
const OPENS_AFTER_MS = 10_000;
const DROP = { name: "The Drop", description: "Ten of them.", category: "audio", price: 99 };

describe("a sale's opening", () => {
  test("comes by itself on pages that wait, and leaves none of 50 buyers stuck", async ({ newVisitor }) => {
    const visitors = await Promise.all(Array.from({ length: PAGES }, newVisitor));
    visitors.forEach(({ expectRefusals }) => expectRefusals(409));
    const [product] = await Promise.all([
      putOnSale(`drop-${Date.now()}`, DROP, UNITS),
      ...visitors.map(({ open }) => open("/")),
    ]);
    await change(product, { ...DROP, sale: saleToCome() });
    const pages = visitors.map(({ page }) => page);
    await Promise.all(pages.map((page) => wantAtOpening(page, product)));

    const shoppers = withoutPage(async () => {
      const offer = await opened(product.id);
      return Promise.all(Array.from({ length: SHOPPERS }, () => buyOne(offer, newAddress())));
    });
    const ends = (await Promise.all([shoppers, ...pages.map(buyInPage)])).flat();

    expect(new Set(ends)).toEqual(new Set(["confirmed", "sold out"]));
    expect(ends.filter((end) => end === "confirmed")).toHaveLength(UNITS);
    await expect
      .poll(() => stockOf(product.id), { timeout: 20_000 })
      .toMatchObject({ available: 0, reserved: 0, sold: UNITS });
  });
});

function saleToCome() {
  const now = Date.now();
  const startsAt = new Date(now + OPENS_AFTER_MS).toISOString();
  const endsAt = new Date(now + 3_600_000).toISOString();
  return { id: "drop", startsAt, endsAt, price: 59, units: UNITS, limitPerCustomer: 1 };
}

/**
 * The page is opened once and shows the sale as it begins, by the shop's clock and with no answer of the shop since. Then
 * its shopper wants it.
 */
async function wantAtOpening(page: Page, { id }: { id: string }): Promise<void> {
  await page.goto(`/products/${id}`);
  await page.getByRole("timer").getByText("Starts in").waitFor();
  expect(await page.getByRole("button", { name: "Sale not started: The Drop" }).isDisabled()).toBe(true);
  let answer: (value?: unknown) => void = () => undefined;
  const answered = new Promise((resolve) => (answer = resolve));
  await page.route(`**/api/products/${id}`, (route) => answered.then(() => route.continue()));
  await page.getByRole("button", { name: "Buy now: The Drop" }).click();
  await page.getByRole("dialog").waitFor();
  answer();
}

/** The product as a page shows it from the opening on, also where the shop's answer is from before. */
async function opened(id: string): Promise<Product> {
  const { data: product } = await api.get("/products/{id}", { path: { id } });
  return product.sale ? openedSale(product, product.sale) : product;
}

/** @returns how it ended; where the page stops trying and offers to go on, its shopper goes on */
async function buyInPage(page: Page): Promise<string> {
  await pay(page, { email: newAddress() });
  const dialog = page.getByRole("dialog");
  const confirmed = dialog.getByRole("heading", { name: "Order confirmed" });
  const soldOut = dialog.getByText("Sold out", { exact: true });
  const again = dialog.getByRole("button", { name: "Try again" });
  for (;;) {
    await confirmed.or(soldOut).or(again).first().waitFor();
    if (await again.isVisible()) await again.click();
    else return (await confirmed.isVisible()) ? "confirmed" : "sold out";
  }
}
