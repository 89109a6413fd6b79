import type { PlacedOrder } from "@/lib/api-types";
import { allReceipts, MAX_RECEIPTS, replaceReceipts } from "@/lib/receipts";

/** Keeps a receipt from the customer's account; receipts of this browser's own purchases stay the newest. */
export function keepAccountReceipt(placed: PlacedOrder, customerId: string): void {
  const known = allReceipts();
  if (known.some((receipt) => receipt.orderId === placed.orderId && receipt.customerId === undefined)) return;
  const others = known.filter((other) => other.orderId !== placed.orderId).slice(0, MAX_RECEIPTS - 1);
  replaceReceipts([...others, { ...placed, keptAt: new Date().toISOString(), customerId }]);
}

/** Signing out leaves nothing of the account behind. */
export function forgetAccountReceipts(): void {
  if (allReceipts().some((receipt) => receipt.customerId !== undefined)) {
    replaceReceipts(allReceipts().filter((receipt) => receipt.customerId === undefined));
  }
}
