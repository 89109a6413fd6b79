import { useSyncExternalStore } from "react";
import type { PlacedOrder } from "@/lib/api-types";
import { readStored, writeStored } from "@/lib/stored-json";

const KEY = "stampede.receipts";
const KEPT = 20;

let receipts: PlacedOrder[] | undefined;
const listeners = new Set<() => void>();

/** What this browser bought, newest first: the tokens that let a guest read their orders. */
export function allReceipts(): PlacedOrder[] {
  if (!receipts) {
    const stored = readStored(localStorage, KEY);
    receipts = Array.isArray(stored) ? stored.filter(isReceipt) : [];
  }
  return receipts;
}

export function findReceipt(orderId: string): PlacedOrder | undefined {
  return allReceipts().find((receipt) => receipt.orderId === orderId);
}

export function saveReceipt(receipt: PlacedOrder): void {
  const others = allReceipts().filter((other) => other.orderId !== receipt.orderId);
  receipts = [receipt, ...others].slice(0, KEPT);
  writeStored(localStorage, KEY, receipts);
  listeners.forEach((listener) => listener());
}

export function useReceipts(): PlacedOrder[] {
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

function isReceipt(value: unknown): value is PlacedOrder {
  return (
    typeof value === "object" &&
    value !== null &&
    "orderId" in value &&
    typeof value.orderId === "string" &&
    "receiptToken" in value &&
    typeof value.receiptToken === "string"
  );
}
