import type { Ordering } from "@/features/checkout/ordering";
import { api } from "@/lib/api-client";
import type { PlacedOrder } from "@/lib/api-types";

const ANSWER_WITHIN_MS = 15_000;

/** Sends an order under its idempotency key: however often it is sent, the shop takes it once. */
export async function placeOrder(ordering: Ordering, idempotencyKey: string): Promise<PlacedOrder> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  if (ordering.kind === "product") {
    return (await api.post("/orders", { idempotencyKey, body: ordering.body, signal })).data;
  }
  const { cartId, cartToken, body } = ordering;
  return (await api.post("/checkout/{cartId}", { path: { cartId }, cartToken, idempotencyKey, body, signal })).data;
}
