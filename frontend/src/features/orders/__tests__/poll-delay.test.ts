import { expect, test } from "vitest";
import { pollDelay } from "@/features/orders/poll-delay";
import { confirmed, declined, pending } from "@/testing/shop-orders";

test("asking starts at 0.7 s and slows down to 5 s", () => {
  expect(pollDelay(pending, 1)).toBe(700);
  expect(pollDelay(pending, 4)).toBeGreaterThan(1_000);
  expect(pollDelay(pending, 100)).toBe(5_000);
});

test("asking stops at a terminal state", () => {
  expect(pollDelay(confirmed, 3)).toBe(false);
  expect(pollDelay(declined, 3)).toBe(false);
});

test("a confirmed order is followed until its money is captured", () => {
  expect(pollDelay({ ...confirmed, payment: { status: "AUTHORIZED" } }, 3)).not.toBe(false);
});
