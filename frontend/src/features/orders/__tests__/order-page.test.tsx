import { act, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { keepCart } from "@/features/cart/kept-cart";
import { saveReceipt } from "@/lib/receipts";
import { openShop } from "@/testing/open-shop";
import { refusal } from "@/testing/answers";
import { CART_ID, CART_TOKEN, cartNow, lineOf, serverCart } from "@/testing/carts";
import { earbuds, rtx4090 } from "@/testing/catalogue";
import { server } from "@/testing/server";
import { confirmed, declined, ORDER_ID, pending, placed, reserved, tellOrderAs } from "@/testing/shop-orders";

const PAGE = `/orders/${ORDER_ID}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
});

function stepNames(state: RegExp) {
  const steps = within(screen.getByRole("region", { name: "Progress" })).getAllByRole("listitem");
  return steps.filter((step) => state.test(step.textContent)).length;
}

test("the order is followed from placed to confirmed, and then left alone", async () => {
  saveReceipt(placed);
  const seen = tellOrderAs(pending, reserved, reserved, confirmed);
  openShop(PAGE);

  expect(await screen.findByRole("heading", { name: "We have your order" })).toBeInTheDocument();
  expect(stepNames(/: done/)).toBe(1);
  expect(await screen.findByRole("heading", { name: "Your units are reserved" })).toBeInTheDocument();
  expect(stepNames(/: done/)).toBe(2);
  expect(await screen.findByRole("heading", { name: "Order confirmed" })).toBeInTheDocument();
  expect(stepNames(/: done/)).toBe(4);
  expect(screen.getByText("Confirmed 2.4 s after you placed it.")).toBeInTheDocument();

  const readings = seen.readings;
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(seen.readings).toBe(readings);
});

test("what was ordered is there before the order is recorded", async () => {
  saveReceipt(placed);
  tellOrderAs(pending);
  openShop(PAGE);
  const summary = within(await screen.findByRole("region", { name: "What you ordered" }));
  expect(summary.getByText("RTX 4090 GPU")).toBeInTheDocument();
  expect(summary.getByText("$1,727.99")).toBeInTheDocument();
});

test("a reload while waiting continues to the confirmation", async () => {
  saveReceipt(placed);
  tellOrderAs(pending, reserved, confirmed);
  const first = openShop(PAGE);
  await screen.findByRole("heading", { name: "We have your order" });
  first.leave();
  window.dispatchEvent(new StorageEvent("storage", { key: null }));

  openShop(PAGE);
  expect(await screen.findByRole("heading", { name: "Order confirmed" })).toBeInTheDocument();
});

test("a declined card says that nothing was charged and how to go on", async () => {
  saveReceipt(placed);
  tellOrderAs(declined);
  openShop(PAGE);
  expect(await screen.findByRole("heading", { name: "Your card was declined" })).toBeInTheDocument();
  expect(screen.getByText(/You were not charged/)).toBeInTheDocument();
  expect(screen.getByText("Payment not approved")).toBeInTheDocument();
});

test("all that was in an order whose card was declined can be put back into the cart", async () => {
  saveReceipt(placed);
  const [line] = declined.items;
  tellOrderAs({
    ...declined,
    items: [
      { ...line!, quantity: 2 },
      { ...line!, id: earbuds.id, name: earbuds.name, price: 59 },
    ],
  });
  serverCart.items = [lineOf(rtx4090, 9)];
  await keepCart({ cartId: CART_ID, cartToken: CART_TOKEN, own: false, cart: cartNow() });
  openShop(PAGE);

  const button = await screen.findByRole("button", { name: "Put it back into the cart" });
  act(() => button.click());
  vi.useRealTimers();

  await waitFor(() => expect(window.location.pathname).toBe("/cart"));
  // One order has ten of a product at most.
  await waitFor(() =>
    expect(serverCart.items.map(({ itemId, quantity }) => [itemId, quantity])).toEqual([
      [rtx4090.id, 10],
      [earbuds.id, 1],
    ]),
  );
});

test("what was sold out is not offered again by itself, and what came with it is", async () => {
  saveReceipt(placed);
  const [line] = declined.items;
  tellOrderAs({ ...declined, reason: "SOLD_OUT", items: [line!, { ...line!, id: earbuds.id, name: earbuds.name }] });
  openShop(PAGE);
  expect(await screen.findByRole("button", { name: "Put it back into the cart" })).toBeVisible();
  expect(screen.getByRole("link", { name: "See what is left" })).toHaveAttribute("href", "/");
});

test.each([
  ["NOT_FOR_SALE", "No longer sold", "link", "See what is left"],
  ["LIMIT_REACHED", "You have as many as one customer may have", "link", "See what is left"],
  ["PAYMENT_UNAVAILABLE", "We could not reach the payment service", "button", "Put it back into the cart"],
  ["CANCELLED_BY_CUSTOMER", "You cancelled this order", "button", "Put it back into the cart"],
] as const)("an order that ended by %s says why and what can be done", async (reason, title, role, next) => {
  saveReceipt(placed);
  tellOrderAs({ ...declined, reason });
  openShop(PAGE);
  expect(await screen.findByRole("heading", { name: title })).toBeInTheDocument();
  expect(screen.getByText(/You were not charged/)).toBeInTheDocument();
  expect(screen.getByRole(role, { name: next })).toBeInTheDocument();
});

test("who cancels a paid order is told that the money comes back", async () => {
  saveReceipt(placed);
  tellOrderAs({
    ...declined,
    reason: "CANCELLED_BY_CUSTOMER",
    history: [...confirmed.history, { type: "payment_captured", status: "CONFIRMED", at: "2026-01-01T10:00:03.000Z" }],
  });
  openShop(PAGE);
  expect(await screen.findByText("Your money is on its way back to you.")).toBeInTheDocument();
});

test("the state is in a polite live region", async () => {
  saveReceipt(placed);
  tellOrderAs(reserved);
  openShop(PAGE);
  const heading = await screen.findByRole("heading", { name: "Your units are reserved" });
  expect(heading.closest("[aria-live=polite]")).not.toBeNull();
});

test("a lost connection keeps the last state on the page and asks on", async () => {
  saveReceipt(placed);
  tellOrderAs(reserved);
  openShop(PAGE);
  await screen.findByRole("heading", { name: "Your units are reserved" });
  server.use(http.get("*/api/orders/:id", () => HttpResponse.error()));
  expect(
    await screen.findByText("We cannot reach the shop at the moment", {}, { timeout: 30_000 }),
  ).toBeInTheDocument();
  expect(screen.getByRole("heading", { name: "Your units are reserved" })).toBeInTheDocument();
  tellOrderAs(confirmed);
  expect(await screen.findByRole("heading", { name: "Order confirmed" }, { timeout: 30_000 })).toBeInTheDocument();
});

test("without its receipt an order is not shown, and not asked for", async () => {
  const seen = tellOrderAs(confirmed);
  openShop(PAGE);
  expect(await screen.findByRole("heading", { name: "We cannot show this order here" })).toBeInTheDocument();
  expect(seen.readings).toBe(0);
});

test("a receipt that lost the race for its key says that another order counts", async () => {
  saveReceipt(placed);
  server.use(http.get("*/api/orders/:id", () => refusal(409, "RECEIPT_SUPERSEDED")));
  openShop(PAGE);
  expect(await screen.findByRole("heading", { name: "Another order took this one’s place" })).toBeInTheDocument();
});
