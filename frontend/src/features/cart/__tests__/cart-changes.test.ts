import { expect, test } from "vitest";
import { type CartChange, EMPTY_CART, mostOf, standsInTheWay, withChanges } from "@/features/cart/cart-changes";
import { lineOf } from "@/testing/carts";
import { earbuds, rtx4090 } from "@/testing/catalogue";

const cart = { ...EMPTY_CART, items: [lineOf(rtx4090, 1)] };
const addEarbuds: CartChange = {
  itemId: earbuds.id,
  quantity: 2,
  added: { units: 1, product: earbuds, idempotencyKey: "click-1" },
};

test("changes that are under way are on top of what the shop answered", () => {
  const changed = withChanges(cart, [addEarbuds, { itemId: rtx4090.id, quantity: 3 }]);
  expect(changed.items.map(({ itemId, quantity }) => [itemId, quantity])).toEqual([
    ["rtx-4090", 3],
    ["pulse-earbuds", 2],
  ]);
  expect(changed).toMatchObject({ itemCount: 5, subtotal: 4917.97, tax: 393.44, totalAmount: 5311.41 });
});

test("a change on top of its own answer changes nothing", () => {
  const once = withChanges(cart, [addEarbuds]);
  expect(withChanges(once, [addEarbuds])).toEqual(once);
});

test("a line is taken out by none of it, and what is not for sale does not count", () => {
  expect(withChanges(cart, [{ itemId: rtx4090.id, quantity: 0 }])).toMatchObject({ items: [], totalAmount: 0 });
  const unsold = { ...EMPTY_CART, items: [lineOf(rtx4090, 1, { problem: "NOT_FOR_SALE" })] };
  expect(withChanges(unsold, [addEarbuds]).subtotal).toBe(118);
});

test("fewer than there are is no problem any more", () => {
  const short = { ...EMPTY_CART, items: [lineOf(rtx4090, 5, { available: 2, problem: "NOT_ENOUGH" })] };
  expect(withChanges(short, [{ itemId: rtx4090.id, quantity: 2 }]).items[0]!.problem).toBeNull();
  expect(withChanges(short, [{ itemId: rtx4090.id, quantity: 3 }]).items[0]!.problem).toBe("NOT_ENOUGH");
});

test("a line's bound is the least of ten, the stock and the limit, and one at least", () => {
  expect(mostOf(lineOf(rtx4090, 1))).toBe(10);
  expect(mostOf(lineOf(rtx4090, 1, { available: 4 }))).toBe(4);
  expect(mostOf(lineOf(rtx4090, 1, { limitPerCustomer: 2 }))).toBe(2);
  expect(mostOf(lineOf(rtx4090, 1, { available: 0 }))).toBe(1);
});

test("a changed price stops nobody", () => {
  expect(standsInTheWay(lineOf(rtx4090, 1, { problem: "PRICE_CHANGED" }))).toBe(false);
  expect(standsInTheWay(lineOf(rtx4090, 1, { problem: "SOLD_OUT" }))).toBe(true);
});
