import type { Ordering } from "@/features/checkout/ordering";
import type { Product } from "@/lib/api-types";
import { readStored, writeStored } from "@/lib/stored-json";

const KEY = "stampede.attempts";
const KEPT_MS = 7 * 24 * 3_600_000;
const MOST = 10;

/**
 * One press of Buy whose outcome is not known yet. It is written down before it is sent, where all tabs of the shop see
 * it: it outlives a reload and a crashed tab, so that the same press is never two orders.
 */
export interface Attempt {
  idempotencyKey: string;
  ordering: Ordering;
  /** What the buyer of a single product saw, to show it again after a reload. */
  product: Product | null;
  pressedAt: number;
  /** The buyer stopped the retries: nothing is sent until they ask. */
  paused: boolean;
  /** A try was sent whose answer never came: it may have been accepted. */
  unheard?: boolean;
}

/** The newest first. */
export function readAttempts(): Attempt[] {
  const stored = readStored(localStorage, KEY);
  if (!Array.isArray(stored)) return [];
  const now = Date.now();
  return stored.filter(isAttempt).filter(({ pressedAt }) => now - pressedAt < KEPT_MS);
}

export function readAttempt(idempotencyKey: string): Attempt | null {
  return readAttempts().find((attempt) => attempt.idempotencyKey === idempotencyKey) ?? null;
}

export function keepAttempt(attempt: Attempt): void {
  writeStored(localStorage, KEY, [attempt, ...othersThan(attempt.idempotencyKey)].slice(0, MOST));
}

export function forgetAttempt(idempotencyKey: string): void {
  const others = othersThan(idempotencyKey);
  writeStored(localStorage, KEY, others.length > 0 ? others : null);
}

function othersThan(idempotencyKey: string): Attempt[] {
  return readAttempts().filter((attempt) => attempt.idempotencyKey !== idempotencyKey);
}

function isAttempt(value: unknown): value is Attempt {
  return (
    typeof value === "object" &&
    value !== null &&
    "idempotencyKey" in value &&
    typeof value.idempotencyKey === "string" &&
    "ordering" in value &&
    typeof value.ordering === "object" &&
    value.ordering !== null &&
    "body" in value.ordering &&
    "pressedAt" in value &&
    typeof value.pressedAt === "number"
  );
}
