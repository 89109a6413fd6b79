import { useSyncExternalStore } from "react";
import type { Purchase, PurchaseState } from "@/features/checkout/purchase";

export function usePurchase(purchase: Purchase): PurchaseState {
  return useSyncExternalStore(purchase.subscribe, purchase.getState);
}
