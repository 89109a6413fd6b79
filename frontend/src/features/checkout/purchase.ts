import { type Release, holdAttempt } from "@/features/checkout/attempt-lock";
import { type Ordering, sameOrdering } from "@/features/checkout/ordering";
import {
  type Attempt,
  forgetAttempt,
  keepAttempt,
  readAttempt,
  readAttempts,
} from "@/features/checkout/pending-attempts";
import { ApiError, isTransient } from "@/lib/api-client";
import type { PlacedOrder, Product } from "@/lib/api-types";
import { retryDelay } from "@/lib/retry-delay";

const ATTEMPTS = 8;

/** Refusals that are uncertain while an earlier attempt of the same submission may be accepted but not recorded yet. */
const UNSURE_REFUSALS = ["SOLD_OUT", "PRICE_CHANGED", "CART_EMPTY", "TOO_MANY_ORDERS"];
/** By then an accepted order is recorded, and a retry under its key returns it. */
const RECORDED_MS = 4_000;
/** A submission older than this is not resumed automatically: the buyer is asked first. */
const FRESH_MS = 10 * 60_000;
/** A sale that starts within this time is waited for. */
const SOON_MS = 60_000;

/**
 * Why the last attempt had no result: the shop was busy, it did not answer, the sale is about to start, or it refused
 * while an earlier attempt may have been accepted.
 */
export type Delay = "busy" | "no-answer" | "not-started" | "unsure";

export type PurchaseState =
  | { phase: "idle" }
  | { phase: "sending"; attempt: Attempt; tries: number }
  | { phase: "waiting"; attempt: Attempt; tries: number; delay: Delay; retryAt: number }
  | { phase: "paused"; attempt: Attempt; delay: Delay | null }
  | { phase: "refused"; attempt: Attempt; problem: ApiError }
  /** Another tab has placed the same order since the form was opened: the buyer is asked whether to buy again. */
  | { phase: "duplicate"; attempt: Attempt; placed: PlacedOrder }
  | { phase: "placed"; attempt: Attempt; placed: PlacedOrder };

/** What the buyer submits by pressing Buy. */
export interface Submission {
  ordering: Ordering;
  product: Product | null;
  /** When the form was opened: an order placed before then cannot be a duplicate of this submission. */
  openedAt: number;
}

export interface Purchase {
  getState: () => PurchaseState;
  subscribe: (listener: () => void) => () => void;
  /** Submits. While a submission is in progress, or placed and not yet reset, another one has no effect. */
  buy: (submission: Submission) => void;
  /** Retries now, under the same key; after a duplicate, orders once more. */
  retryNow: () => void;
  /** Stops retrying. The key is kept, because the last attempt may have arrived. */
  pause: () => void;
  /** Returns to the form and forgets the submission. */
  reset: () => void;
}

interface Ports {
  send: (ordering: Ordering, idempotencyKey: string) => Promise<PlacedOrder>;
  /** Called before the submission is forgotten, so that a crash in between loses neither. */
  saveReceipt: (placed: PlacedOrder) => void;
  /** The same order, placed by any tab of this browser since then. */
  placedSince: (ordering: Ordering, since: number) => PlacedOrder | null;
}

/** Takes a submission to its one answer. A submission that was interrupted by a reload or a crash is resumed. */
export function createPurchase({ send, saveReceipt, placedSince }: Ports): Purchase {
  const listeners = new Set<() => void>();
  let state: PurchaseState = { phase: "idle" };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let release: Release | undefined;

  function enter(next: PurchaseState) {
    clearTimeout(timer);
    window.removeEventListener("online", retryNow);
    if (next.phase !== "sending" && next.phase !== "waiting") {
      release?.();
      release = undefined;
    }
    state = next;
    listeners.forEach((listener) => listener());
  }

  async function attemptOnce(attempt: Attempt, tries: number) {
    enter({ phase: "sending", attempt, tries });
    try {
      const placed = await send(attempt.ordering, attempt.idempotencyKey);
      saveReceipt(placed);
      forgetAttempt(attempt.idempotencyKey);
      enter({ phase: "placed", attempt, placed });
    } catch (error) {
      if (isTransient(error)) {
        waitToRetry({ ...attempt, unacknowledged: true }, tries, error);
        return;
      }
      if (isNearSale(error)) {
        waitForSale(attempt, tries, error.retryAfterMs);
        return;
      }
      if (attempt.unacknowledged && error instanceof ApiError && UNSURE_REFUSALS.includes(error.code)) {
        askOnceMore(attempt, tries);
        return;
      }
      forgetAttempt(attempt.idempotencyKey);
      enter({ phase: "refused", attempt, problem: asProblem(error) });
    }
  }

  function waitToRetry(attempt: Attempt, tries: number, error: unknown) {
    const answered = error instanceof ApiError;
    const delay: Delay = answered ? "busy" : "no-answer";
    if (tries >= ATTEMPTS) {
      stop(attempt, delay);
      return;
    }
    keepAttempt(attempt);
    wait(attempt, tries, delay, retryDelay(tries, answered ? error.retryAfterMs : null));
    if (!answered) window.addEventListener("online", retryNow);
  }

  function waitForSale(attempt: Attempt, tries: number, retryAfterMs: number | null) {
    wait(attempt, tries, "not-started", retryDelay(1, retryAfterMs));
  }

  /** A refusal after an unanswered attempt is uncertain: the answer a little later is the true one. */
  function askOnceMore(attempt: Attempt, tries: number) {
    wait({ ...attempt, unacknowledged: false }, tries, "unsure", RECORDED_MS);
  }

  function wait(attempt: Attempt, tries: number, delay: Delay, ms: number) {
    enter({ phase: "waiting", attempt, tries, delay, retryAt: Date.now() + ms });
    timer = setTimeout(retryNow, ms);
  }

  function stop(attempt: Attempt, delay: Delay | null) {
    const paused = { ...attempt, paused: true };
    keepAttempt(paused);
    enter({ phase: "paused", attempt: paused, delay });
  }

  function start(attempt: Attempt) {
    keepAttempt(attempt);
    void hold(attempt);
    void attemptOnce(attempt, 1);
  }

  /** Locks the submission for this tab while it is in progress. */
  async function hold({ idempotencyKey }: Attempt) {
    const held = await holdAttempt(idempotencyKey);
    const stillAtIt =
      (state.phase === "sending" || state.phase === "waiting") && state.attempt.idempotencyKey === idempotencyKey;
    if (stillAtIt) release = held;
    else held();
  }

  function retryNow() {
    if (state.phase === "waiting") void attemptOnce(state.attempt, state.tries + 1);
    if (state.phase === "paused") start({ ...state.attempt, paused: false });
    if (state.phase === "duplicate") start(state.attempt);
  }

  /** Resumes a submission once no other tab works on it: at once after a reload, later if another tab dies. */
  async function resume({ idempotencyKey }: Attempt) {
    const held = await holdAttempt(idempotencyKey);
    const left = readAttempt(idempotencyKey);
    const free = state.phase === "idle" || state.phase === "paused";
    if (left && !left.paused && free) {
      release = held;
      void attemptOnce({ ...left, unacknowledged: true }, 1);
    } else {
      held();
    }
  }

  const left = readAttempts();
  const fresh = left.find((attempt) => !attempt.paused && Date.now() - attempt.submittedAt < FRESH_MS);
  if (fresh) void resume(fresh);
  else if (left[0])
    state = { phase: "paused", attempt: { ...left[0], paused: true, unacknowledged: true }, delay: null };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    buy({ ordering, product, openedAt }) {
      if (state.phase === "sending" || state.phase === "waiting" || state.phase === "placed") return;
      // Submitted before, here or in another tab: it keeps its key.
      const known = readAttempts().find((attempt) => sameOrdering(attempt.ordering, ordering));
      const attempt: Attempt = known
        ? { ...known, paused: false, unacknowledged: true }
        : { idempotencyKey: crypto.randomUUID(), ordering, product, submittedAt: Date.now(), paused: false };
      const placed = known ? null : placedSince(ordering, openedAt);
      if (placed) enter({ phase: "duplicate", attempt, placed });
      else start(attempt);
    },
    retryNow,
    pause() {
      if (state.phase === "waiting") stop(state.attempt, state.delay);
    },
    reset() {
      if (state.phase === "sending" || state.phase === "waiting" || state.phase === "idle") return;
      forgetAttempt(state.attempt.idempotencyKey);
      enter({ phase: "idle" });
    },
  };
}

function isNearSale(error: unknown): error is ApiError {
  return error instanceof ApiError && error.code === "SALE_NOT_STARTED" && (error.retryAfterMs ?? Infinity) <= SOON_MS;
}

function asProblem(error: unknown): ApiError {
  return error instanceof ApiError
    ? error
    : new ApiError(0, "UNEXPECTED_ERROR", "Something went wrong in this page. You were not charged.");
}
