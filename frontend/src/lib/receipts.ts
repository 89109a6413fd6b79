import { useSyncExternalStore } from "react";
import type { PlacedOrder } from "@/lib/api-types";
import { readStored, writeStored } from "@/lib/stored-json";

const KEY = "stampede.receipts";
export const MAX_RECEIPTS = 20;

/** A receipt and when this browser got it, by its own clock. */
export interface Receipt extends PlacedOrder {
  keptAt: string;
  /** Whose account it was opened from: it goes when they sign out. */
  customerId?: string;
}

let receipts: Receipt[] | undefined;
const listeners = new Set<() => void>();

/** What this browser bought, newest first: the tokens that let a guest read their orders. */
export function allReceipts(): Receipt[] {
  if (!receipts) {
    const stored = readStored(localStorage, KEY);
    receipts = Array.isArray(stored) ? stored.filter(isReceipt) : [];
  }
  return receipts;
}

export function saveReceipt(placed: PlacedOrder): void {
  const others = allReceipts().filter((other) => other.orderId !== placed.orderId);
  replaceReceipts([{ ...placed, keptAt: new Date().toISOString() }, ...others].slice(0, MAX_RECEIPTS));
}

export function replaceReceipts(next: Receipt[]): void {
  receipts = next;
  writeStored(localStorage, KEY, receipts);
  listeners.forEach((listener) => listener());
}

export function useReceipts(): Receipt[] {
  return useSyncExternalStore(subscribe, allReceipts);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Another tab bought something, or the storage was cleared.
window.addEventListener("storage", (event) => {
  if (event.key !== KEY && event.key !== null) return;
  receipts = undefined;
  listeners.forEach((listener) => listener());
});

function isReceipt(value: unknown): value is Receipt {
  return (
    typeof value === "object" &&
    value !== null &&
    "orderId" in value &&
    typeof value.orderId === "string" &&
    "receiptToken" in value &&
    typeof value.receiptToken === "string" &&
    "keptAt" in value &&
    typeof value.keptAt === "string"
  );
}
