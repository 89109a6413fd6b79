import { placeOrder } from "@/features/checkout/api/place-order";
import { placedSince } from "@/features/checkout/placed-since";
import { createPurchase, type Purchase } from "@/features/checkout/purchase";
import { saveReceipt } from "@/lib/receipts";

/** The one place where orders are sent from; it also goes on with what an earlier page left behind. */
export function startPurchase(): Purchase {
  return createPurchase({ send: placeOrder, saveReceipt, placedSince });
}
