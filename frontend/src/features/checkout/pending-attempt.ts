import type { OrderRequest, Product } from "@/lib/api-types";
import { readStored, writeStored } from "@/lib/stored-json";

const KEY = "stampede.pending-attempt";

/** One press of Buy whose outcome is not known yet. It outlives a reload, so that the same press is never two orders. */
export interface Attempt {
  idempotencyKey: string;
  order: OrderRequest;
  /** What the buyer saw, to show it again after a reload. */
  product: Product;
  /** The buyer stopped the retries: nothing is sent until they ask. */
  paused: boolean;
  /** A try was sent whose answer never came: it may have been accepted. */
  unheard?: boolean;
}

export function readAttempt(): Attempt | null {
  const stored = readStored(sessionStorage, KEY);
  return isAttempt(stored) ? stored : null;
}

export function keepAttempt(attempt: Attempt): void {
  writeStored(sessionStorage, KEY, attempt);
}

export function forgetAttempt(): void {
  writeStored(sessionStorage, KEY, null);
}

export function sameOrder(a: OrderRequest, b: OrderRequest): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isAttempt(value: unknown): value is Attempt {
  return (
    typeof value === "object" &&
    value !== null &&
    "idempotencyKey" in value &&
    typeof value.idempotencyKey === "string" &&
    "order" in value &&
    typeof value.order === "object" &&
    "product" in value &&
    typeof value.product === "object"
  );
}
