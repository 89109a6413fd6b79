import { expect, test } from "vitest";
import { retryDelay } from "@/lib/retry-delay";

test("delays grow and stay below a bound", () => {
  expect(retryDelay(1, null, () => 1)).toBe(600);
  expect(retryDelay(3, null, () => 1)).toBe(2_400);
  expect(retryDelay(30, null, () => 1)).toBe(15_000);
});

test("two shoppers told the same thing come back at different times", () => {
  expect(retryDelay(2, 3_000, () => 0.1)).not.toBe(retryDelay(2, 3_000, () => 0.9));
});

test("nobody comes back sooner than the shop asked", () => {
  expect(retryDelay(1, 3_000, () => 0)).toBe(3_000);
});
