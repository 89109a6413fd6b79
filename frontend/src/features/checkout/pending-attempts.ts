import type { Ordering } from "@/features/checkout/ordering";
import type { Product } from "@/lib/api-types";
import { readStored, writeStored } from "@/lib/stored-json";

const KEY = "stampede.attempts";
const KEPT_MS = 7 * 24 * 3_600_000;
const MAX_ATTEMPTS = 10;

/**
 * A submission whose outcome is not known yet. It is stored before it is sent, where every tab of the shop can see it, so
 * that one submission is never two orders, even after a reload or a crash.
 */
export interface Attempt {
  idempotencyKey: string;
  ordering: Ordering;
  /** What the buyer of a single product saw, to show it again after a reload. */
  product: Product | null;
  submittedAt: number;
  /** The buyer stopped the retries: nothing is sent until they resume. */
  paused: boolean;
  /** An earlier attempt was sent but never answered: it may have been accepted. */
  unacknowledged?: boolean;
}

/** The newest first. */
export function readAttempts(): Attempt[] {
  const stored = readStored(localStorage, KEY);
  if (!Array.isArray(stored)) return [];
  const now = Date.now();
  return stored.filter(isAttempt).filter(({ submittedAt }) => now - submittedAt < KEPT_MS);
}

export function readAttempt(idempotencyKey: string): Attempt | null {
  return readAttempts().find((attempt) => attempt.idempotencyKey === idempotencyKey) ?? null;
}

export function keepAttempt(attempt: Attempt): void {
  writeStored(localStorage, KEY, [attempt, ...othersThan(attempt.idempotencyKey)].slice(0, MAX_ATTEMPTS));
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
    "submittedAt" in value &&
    typeof value.submittedAt === "number"
  );
}
