import { expect, test } from "vitest";
import { totalsOf, totalsWithin } from "@/lib/money";

test("tax is 8 percent, rounded half up to the cent", () => {
  expect(totalsOf(1599.99, 1)).toEqual({ subtotal: 1599.99, tax: 128, total: 1727.99 });
  expect(totalsOf(0.06, 1).tax).toBe(0);
  expect(totalsOf(0.07, 1).tax).toBe(0.01);
  expect(totalsOf(0.5625, 1).tax).toBe(0.04);
});

test("no cent is lost to binary fractions", () => {
  expect(totalsOf(64.99, 3).subtotal).toBe(194.97);
  expect(totalsOf(0.1, 3).total).toBe(0.32);
});

test("a total that the shop named is taken apart as it was put together", () => {
  for (const price of [0.07, 59, 64.99, 1599.99, 1726.99]) {
    const totals = totalsOf(price, 1);
    expect(totalsWithin(totals.total)).toEqual(totals);
  }
});
