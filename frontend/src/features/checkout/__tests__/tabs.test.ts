import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Ordering } from "@/features/checkout/ordering";
import { keepAttempt, readAttempts } from "@/features/checkout/pending-attempts";
import { createPurchase } from "@/features/checkout/purchase";
import { NetworkError } from "@/lib/api-client";
import type { PlacedOrder } from "@/lib/api-types";
import { rtx4090 } from "@/testing/catalogue";
import { placed } from "@/testing/shop-orders";

const CART: Ordering = {
  kind: "cart",
  cartId: "cart-1",
  cartToken: "token-1",
  body: { customerEmail: "customer@example.com", totalAmount: 1727.99 },
};
const PRODUCT: Ordering = {
  kind: "product",
  body: { cart: [{ id: "rtx-4090", price: 1599.99, quantity: 1 }], customerEmail: "customer@example.com" },
};

/** The browser's locks, as its tabs share them. */
function stubLocks() {
  const queues = new Map<string, Promise<unknown>>();
  const request = (name: string, work: () => Promise<unknown>) => {
    const turn = (queues.get(name) ?? Promise.resolve()).then(work);
    queues.set(name, turn);
    return turn;
  };
  vi.stubGlobal("navigator", { locks: { request } });
}

/** One tab of the shop: its requests wait until the test answers them. */
function openTab() {
  const sent: string[] = [];
  let settle: { resolve: (order: PlacedOrder) => void; reject: (error: Error) => void } | undefined;
  const purchase = createPurchase({
    send: (_ordering, key) => {
      sent.push(key);
      return new Promise((resolve, reject) => (settle = { resolve, reject }));
    },
    saveReceipt: () => undefined,
    placedSince: () => null,
  });
  return {
    purchase,
    sent,
    submit: (ordering: Ordering) => purchase.buy({ ordering, product: rtx4090, openedAt: Date.now() }),
    answer: () => settle?.resolve(placed),
    loseAnswer: () => settle?.reject(new NetworkError(new Error("lost"))),
    phase: () => purchase.getState().phase,
  };
}

const soon = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  stubLocks();
});
afterEach(() => localStorage.clear());

test.each([CART, PRODUCT])("the same order submitted in two tabs is sent under one key: $kind", async (ordering) => {
  const [first, second] = [openTab(), openTab()];
  first.submit(ordering);
  second.submit(ordering);
  await soon();
  expect(first.sent).toHaveLength(1);
  expect(second.sent).toEqual(first.sent);
});

test("the key is written down before anything is sent, and forgotten with the answer", async () => {
  const tab = openTab();
  tab.submit(CART);
  expect(readAttempts()).toMatchObject([{ idempotencyKey: tab.sent[0], ordering: CART }]);
  tab.answer();
  await soon();
  expect(tab.phase()).toBe("placed");
  expect(readAttempts()).toEqual([]);
});

test("a second tab leaves a submission alone while the first is working on it", async () => {
  const first = openTab();
  first.submit(CART);
  await soon();
  const second = openTab();
  await soon();
  expect(second.phase()).toBe("idle");

  first.answer();
  await soon();
  expect(second.sent).toEqual([]);
});

test("another tab resumes a submission of a crashed tab under its key", async () => {
  keepAttempt({
    idempotencyKey: "key-1",
    ordering: CART,
    product: null,
    submittedAt: Date.now() - 5_000,
    paused: false,
  });
  const tab = openTab();
  await soon();
  expect(tab.sent).toEqual(["key-1"]);
});

test("an old submission is not sent before its buyer was asked", async () => {
  keepAttempt({
    idempotencyKey: "key-1",
    ordering: CART,
    product: null,
    submittedAt: Date.now() - 3_600_000,
    paused: false,
  });
  const tab = openTab();
  await soon();
  expect(tab.sent).toEqual([]);
  expect(tab.phase()).toBe("paused");
  tab.purchase.retryNow();
  expect(tab.sent).toEqual(["key-1"]);
});

test("two different orders submitted in two tabs are two orders", async () => {
  const [first, second] = [openTab(), openTab()];
  first.submit(CART);
  second.submit(PRODUCT);
  await soon();
  expect(second.sent).not.toEqual(first.sent);
  expect(readAttempts()).toHaveLength(2);
  first.answer();
  await soon();
  expect(readAttempts()).toMatchObject([{ idempotencyKey: second.sent[0] }]);
});

test("a lost answer is asked for again after a while that differs, under the key it had", async () => {
  const tab = openTab();
  tab.submit(CART);
  tab.loseAnswer();
  await soon();
  expect(tab.phase()).toBe("waiting");
  expect(readAttempts()).toMatchObject([{ unacknowledged: true }]);
  await vi.advanceTimersByTimeAsync(700);
  expect(tab.sent).toEqual([tab.sent[0], tab.sent[0]]);
});

test("what the storage holds that is no attempt is passed over", async () => {
  localStorage.setItem(
    "stampede.attempts",
    JSON.stringify([null, { idempotencyKey: 7 }, { idempotencyKey: "a", ordering: "x" }]),
  );
  expect(readAttempts()).toEqual([]);
  localStorage.setItem("stampede.attempts", "{");
  const tab = openTab();
  await soon();
  expect(tab.phase()).toBe("idle");
});
