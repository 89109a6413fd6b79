import type { PlacedOrder } from "@/lib/api-types";
import { allReceipts, MOST_RECEIPTS, replaceReceipts } from "@/lib/receipts";

/** One that the customer's account told; what this browser bought itself stays the newest. */
export function lendReceipt(placed: PlacedOrder, customerId: string): void {
  const known = allReceipts();
  if (known.some((receipt) => receipt.orderId === placed.orderId && receipt.customerId === undefined)) return;
  const others = known.filter((other) => other.orderId !== placed.orderId).slice(0, MOST_RECEIPTS - 1);
  replaceReceipts([...others, { ...placed, keptAt: new Date().toISOString(), customerId }]);
}

/** Who signs out leaves nothing of their account behind. */
export function returnReceipts(): void {
  if (allReceipts().some((receipt) => receipt.customerId !== undefined)) {
    replaceReceipts(allReceipts().filter((receipt) => receipt.customerId === undefined));
  }
}
