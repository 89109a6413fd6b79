import { act, screen, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { saveReceipt } from "@/lib/receipts";
import { openShop } from "@/testing/open-shop";
import { confirmed, declined, ORDER_ID, pending, placed, reserved, tellOrderAs } from "@/testing/shop-orders";

const PAGE = `/orders/${ORDER_ID}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  saveReceipt(placed);
});

/** As the shop comes to the page right after the order was placed, and as a reload finds it. */
function comeFromBuying() {
  return openShop(PAGE, { usr: { justPlaced: true }, key: "placed" });
}

test("the overlay shows the real state and how long it takes, then that it is done", async () => {
  tellOrderAs(pending, pending, reserved, confirmed);
  comeFromBuying();
  const waiting = await screen.findByRole("dialog", { name: "We have your order" });
  expect(within(waiting).getByText(/^Waiting for \d+ s\./)).toBeInTheDocument();
  expect(within(waiting).getAllByText(": done")).toHaveLength(1);
  expect(await screen.findByRole("dialog", { name: "Your units are reserved" })).toBeInTheDocument();
  const done = within(await screen.findByRole("dialog", { name: "Order confirmed" }));
  expect(done.getByText("Confirmed 2.4 s after you placed it.")).toBeInTheDocument();
  expect(done.getByText(ORDER_ID)).toBeInTheDocument();
});

test("an order that stands still is not shown as one that moves", async () => {
  tellOrderAs(pending);
  comeFromBuying();
  const waiting = await screen.findByRole("dialog", { name: "We have your order" });
  await act(() => vi.advanceTimersByTimeAsync(40_000));
  expect(within(waiting).getAllByText(": done")).toHaveLength(1);
  expect(within(waiting).getByText(/Waiting for 4\d s\. It takes longer than usual/)).toBeInTheDocument();
});

test("closed, it stays closed", async () => {
  tellOrderAs(reserved);
  const { user, leave } = comeFromBuying();
  await user.click(await screen.findByRole("button", { name: "Watch it on the page" }));
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  leave();
  openShop(PAGE, window.history.state);
  await screen.findByRole("heading", { name: "Your units are reserved" });
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

test("an order that fails says why in the same place", async () => {
  tellOrderAs(reserved, declined);
  comeFromBuying();
  const failed = within(await screen.findByRole("dialog", { name: "Your card was declined" }));
  expect(failed.getByText(/You were not charged/)).toBeInTheDocument();
});
