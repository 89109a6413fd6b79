import { placeOrder } from "@/features/checkout/api/place-order";
import { createPurchase, type Purchase, type PurchaseState } from "@/features/checkout/purchase";
import { pollDelay } from "@/features/orders/poll-delay";
import { api, isTransient } from "@/lib/api-client";
import type { Order, PlacedOrder, Product } from "@/lib/api-types";
import { retryDelay } from "@/lib/retry-delay";

/**
 * Buys one unit and follows the order to its end with the storefront's own code but without its page: the same
 * requests, the same tries under one key, the same questions about the order.
 *
 * @returns how it ended: confirmed, sold out, or whatever it was that should not have been
 */
export async function buyOne(product: Product, customerEmail: string): Promise<string> {
  const purchase = createPurchase({ send: placeOrder, saveReceipt: () => undefined, placedSince: () => null });
  const answer = answerTo(purchase);
  purchase.buy({
    ordering: {
      kind: "product",
      body: { cart: [{ id: product.id, price: product.price, quantity: 1 }], customerEmail },
    },
    product,
    openedAt: Date.now(),
  });
  const state = await answer;
  if (state.phase === "refused") return endOf(state.problem.code);
  const order = await settled(state.placed);
  return endOf(order.status === "REJECTED" ? order.reason : order.status);
}

function endOf(code: string | null | undefined): string {
  if (code === "CONFIRMED") return "confirmed";
  return code === "SOLD_OUT" ? "sold out" : String(code);
}

type Answered = Extract<PurchaseState, { phase: "placed" | "refused" }>;

/** Where the storefront stops trying and offers to go on, this shopper goes on. */
function answerTo(purchase: Purchase): Promise<Answered> {
  return new Promise((resolve) => {
    purchase.subscribe(() => {
      const state = purchase.getState();
      if (state.phase === "paused") purchase.retryNow();
      if (state.phase === "placed" || state.phase === "refused") resolve(state);
    });
  });
}

async function settled({ orderId, receiptToken }: PlacedOrder): Promise<Order> {
  for (let answers = 0, failures = 0; ;) {
    try {
      const { data } = await api.get("/orders/{id}", { path: { id: orderId }, receiptToken });
      answers += 1;
      const delay = pollDelay(data, answers);
      if (delay === false) return data;
      await passing(delay);
    } catch (error) {
      if (!isTransient(error)) throw error;
      failures += 1;
      await passing(retryDelay(failures, null));
    }
  }
}

function passing(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
