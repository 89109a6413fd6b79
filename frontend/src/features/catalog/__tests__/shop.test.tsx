import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test, vi } from "vitest";
import { page, refusal } from "@/testing/answers";
import { earbuds, rtx4090 } from "@/testing/catalogue";
import { openShop } from "@/testing/open-shop";
import { server } from "@/testing/server";

test("a card shows price, was-price, discount and stock", async () => {
  openShop();
  const card = within((await screen.findByRole("heading", { name: rtx4090.name })).closest("article")!);
  expect(card.getByText("$1,599.99")).toBeVisible();
  expect(card.getByText("$1,999.99").tagName).toBe("S");
  expect(card.getByText("20 percent off")).toBeInTheDocument();
  expect(card.getByText("500 in stock")).toBeVisible();
});

test("what is sold out can neither be bought nor put into the cart", async () => {
  openShop();
  expect(await screen.findByRole("button", { name: "Sold out: Orbit Wireless Controller" })).toBeDisabled();
  expect(screen.getByRole("button", { name: "Add to cart: Orbit Wireless Controller" })).toBeDisabled();
});

test("the best deal stands first", async () => {
  openShop();
  expect(await screen.findByRole("region", { name: earbuds.name })).toBeVisible();
});

test("the next page comes when it is asked for, and no product twice", async () => {
  server.use(
    http.get("*/api/products", ({ request }) =>
      new URL(request.url).searchParams.get("cursor") === "next" ? page([earbuds, rtx4090]) : page([earbuds], "next"),
    ),
  );
  const { user } = openShop("/?sort=name");
  expect(await screen.findByText("1 product so far")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Show more" }));
  expect(await screen.findByText("2 products")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Show more" })).not.toBeInTheDocument();
});

test("a busy shop (503) says when it is asked again, no sooner than it said, and then is", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  server.use(http.get("*/api/products", () => refusal(503, "BUSY", "busy", { "Retry-After": "7" }), { once: true }));
  openShop("/?sort=name");
  expect(await screen.findByText("The shop is very busy")).toBeVisible();
  expect(screen.getByText(/Next try in [78] s/)).toBeVisible();
  const told = Date.now();
  expect(await screen.findByRole("heading", { name: rtx4090.name }, { timeout: 30_000 })).toBeInTheDocument();
  expect(Date.now() - told).toBeGreaterThanOrEqual(6_500);
});

test("who does not want to wait for a shop that does not answer asks at once", async () => {
  server.use(http.get("*/api/products", () => Response.error()));
  const { user } = openShop("/?sort=name");
  expect(await screen.findByText("The shop does not answer")).toBeVisible();
  server.resetHandlers();
  await user.click(screen.getByRole("button", { name: "Try now" }));
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
