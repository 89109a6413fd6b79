import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test, vi } from "vitest";
import { earbuds, rtx4090 } from "@/testing/catalogue";
import { openShop } from "@/testing/open-shop";
import { refusal } from "@/testing/answers";
import { server } from "@/testing/server";

test("a card shows price, was-price, discount and stock", async () => {
  openShop();
  const card = within((await screen.findByRole("heading", { name: rtx4090.name })).closest("article")!);
  expect(card.getByText("$1,599.99")).toBeVisible();
  expect(card.getByText("$1,999.99").tagName).toBe("S");
  expect(card.getByText("20 percent off")).toBeInTheDocument();
  expect(card.getByText("500 in stock")).toBeVisible();
});

test("what is sold out cannot be bought", async () => {
  openShop();
  expect(await screen.findByRole("button", { name: "Sold out: Orbit Wireless Controller" })).toBeDisabled();
});

test("the best deal stands first", async () => {
  openShop();
  expect(await screen.findByRole("region", { name: earbuds.name })).toBeVisible();
});

test("a category is an address", async () => {
  const { user } = openShop();
  await user.click(await screen.findByRole("link", { name: "Graphics cards" }));
  expect(window.location.search).toBe("?category=graphics-cards");
  expect(screen.getByText("1 product")).toBeVisible();
  expect(screen.queryByRole("heading", { name: earbuds.name })).not.toBeInTheDocument();
});

test("the catalogue is read over all its pages", async () => {
  server.use(
    http.get("*/api/products", ({ request }) => {
      const second = new URL(request.url).searchParams.get("cursor") === "next";
      const data = second ? [rtx4090] : [earbuds];
      return Response.json({ success: true, message: "", data, page: { nextCursor: second ? null : "next" } });
    }),
  );
  openShop();
  expect(await screen.findByText("2 products")).toBeVisible();
});

test("a shop that does not answer offers to try again, and that works", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  server.use(http.get("*/api/products", () => refusal(503, "BUSY")));
  const { user } = openShop();
  expect(await screen.findByText("The shop is busy. Still trying.")).toBeInTheDocument();
  const retry = await screen.findByRole("button", { name: "Try again" }, { timeout: 30_000 });
  server.resetHandlers();
  await user.click(retry);
  expect(await screen.findByRole("heading", { name: rtx4090.name })).toBeInTheDocument();
});

test("the product page shows the price with tax", async () => {
  openShop("/products/rtx-4090");
  expect(await screen.findByRole("heading", { level: 1, name: rtx4090.name })).toBeVisible();
  expect(screen.getByText("$1,727.99 with tax")).toBeVisible();
});

test("a product that does not exist is told so", async () => {
  openShop("/products/unknown");
  expect(await screen.findByRole("heading", { name: "We do not sell this" })).toBeVisible();
});
