import { api } from "@/lib/api-client";
import type { OrderRequest, PlacedOrder } from "@/lib/api-types";

const ANSWER_WITHIN_MS = 15_000;

/** Sends an order under its idempotency key: however often it is sent, the shop takes it once. */
export async function placeOrder(order: OrderRequest, idempotencyKey: string): Promise<PlacedOrder> {
  const { data } = await api.post("/orders", {
    idempotencyKey,
    body: order,
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  return data;
}
