import type { Ordering } from "@/features/checkout/ordering";
import type { PlacedOrder } from "@/lib/api-types";
import { allReceipts } from "@/lib/receipts";

/**
 * What this browser bought since then that is the same order, in whichever tab. A cart needs no such look: once it is
 * ordered it is empty.
 */
export function placedSince(ordering: Ordering, since: number): PlacedOrder | null {
  if (ordering.kind === "cart") return null;
  const wanted = linesOf(ordering.body.cart);
  return allReceipts().find(({ keptAt, items }) => Date.parse(keptAt) > since && linesOf(items) === wanted) ?? null;
}

function linesOf(lines: { id: string; quantity: number }[]): string {
  return JSON.stringify(lines.map(({ id, quantity }) => [id, quantity]).sort());
}
