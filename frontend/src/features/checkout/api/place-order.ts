import type { Ordering } from "@/features/checkout/ordering";
import { api } from "@/lib/api-client";
import type { PlacedOrder } from "@/lib/api-types";

const ANSWER_WITHIN_MS = 15_000;
const PROVEN_WITHIN_MS = 2_000;

/** Sends an order under its idempotency key: however often it is sent, the shop takes it once. */
export async function placeOrder(ordering: Ordering, idempotencyKey: string): Promise<PlacedOrder> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const addressToken = await ownAddress();
  if (ordering.kind === "product") {
    const placed = (await api.post("/orders", { idempotencyKey, addressToken, body: ordering.body, signal })).data;
    if (placed.receiptToken === undefined) throw new Error("The shop takes the key for one that may be guessed");
    return { ...placed, receiptToken: placed.receiptToken };
  }
  const { cartId, cartToken, body } = ordering;
  return (
    await api.post("/checkout/{cartId}", { path: { cartId }, cartToken, addressToken, idempotencyKey, body, signal })
  ).data;
}

/**
 * What shows that a signed-in customer's address is theirs. Nobody is kept waiting for it: without it the order is a
 * guest's. Where nobody is signed in, nothing is sent.
 */
async function ownAddress(): Promise<string | undefined> {
  try {
    return (
      (await api.get("/cart", { signedIn: true, signal: AbortSignal.timeout(PROVEN_WITHIN_MS) })).data.addressToken ??
      undefined
    );
  } catch {
    return undefined;
  }
}
