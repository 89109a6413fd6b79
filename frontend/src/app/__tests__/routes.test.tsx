import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { saveReceipt } from "@/lib/receipts";
import { openShop } from "@/testing/open-shop";
import { ORDER_ID, placed } from "@/testing/shop-orders";

test("an unknown address is a page that leads back to the shop", async () => {
  const { user } = openShop("/no/such/page");
  expect(await screen.findByRole("heading", { name: "There is no such page" })).toBeVisible();
  await user.click(screen.getByRole("link", { name: "Go to the shop" }));
  expect(window.location.pathname).toBe("/");
});

test("the newest order is one click away on every page", () => {
  saveReceipt(placed);
  openShop("/no/such/page");
  expect(screen.getByRole("link", { name: "Latest order" })).toHaveAttribute("href", `/orders/${ORDER_ID}`);
});
