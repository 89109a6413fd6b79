import { ApiError, isTransient } from "@/lib/api-client";
import type { OrderRequest, PlacedOrder, Product } from "@/lib/api-types";
import { retryDelay } from "@/lib/retry-delay";
import { type Attempt, forgetAttempt, keepAttempt, readAttempt, sameOrder } from "@/features/checkout/pending-attempt";

const ATTEMPTS = 8;

/** Refusals that the shop may give while an earlier try of the same press is accepted and not recorded yet. */
const UNSURE_REFUSALS = ["SOLD_OUT", "PRICE_CHANGED"];
/** By then an accepted order is recorded, and asking again under its key names it. */
const RECORDED_MS = 4_000;

/**
 * Why the last try brought no result: the shop had too much to do, nothing was heard from it, or it refused while an
 * earlier try may have been accepted.
 */
export type Delay = "busy" | "no-answer" | "unsure";

export type PurchaseState =
  | { phase: "idle" }
  | { phase: "sending"; attempt: Attempt; tries: number }
  | { phase: "waiting"; attempt: Attempt; tries: number; delay: Delay; retryAt: number }
  | { phase: "paused"; attempt: Attempt; delay: Delay | null }
  | { phase: "refused"; attempt: Attempt; problem: ApiError }
  | { phase: "placed"; attempt: Attempt; placed: PlacedOrder };

export interface Purchase {
  getState: () => PurchaseState;
  subscribe: (listener: () => void) => () => void;
  /** The buyer presses Buy. While a press is under way another one changes nothing. */
  buy: (product: Product, order: OrderRequest) => void;
  /** Asks again now, under the same key. */
  retryNow: () => void;
  /** Stops asking. The key is kept: the last try may have arrived. */
  pause: () => void;
  /** Back to the form, forgetting a press that has an answer or that the buyer gives up. */
  reset: () => void;
}

interface Ports {
  send: (order: OrderRequest, idempotencyKey: string) => Promise<PlacedOrder>;
  /** Keeps the receipt before the press is forgotten, so that no crash falls between the two. */
  saveReceipt: (placed: PlacedOrder) => void;
}

/** From pressing Buy to one known answer. A press found in the session (after a reload) goes on by itself. */
export function createPurchase({ send, saveReceipt }: Ports): Purchase {
  const listeners = new Set<() => void>();
  let state: PurchaseState = { phase: "idle" };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function enter(next: PurchaseState) {
    clearTimeout(timer);
    window.removeEventListener("online", retryNow);
    state = next;
    listeners.forEach((listener) => listener());
  }

  async function attemptOnce(attempt: Attempt, tries: number) {
    enter({ phase: "sending", attempt, tries });
    try {
      const placed = await send(attempt.order, attempt.idempotencyKey);
      saveReceipt(placed);
      forgetAttempt();
      enter({ phase: "placed", attempt, placed });
    } catch (error) {
      if (isTransient(error)) { waitToRetry({ ...attempt, unheard: true }, tries, error); return; }
      if (attempt.unheard && error instanceof ApiError && UNSURE_REFUSALS.includes(error.code)) {
        askOnceMore(attempt, tries);
        return;
      }
      forgetAttempt();
      enter({ phase: "refused", attempt, problem: asProblem(error) });
    }
  }

  function waitToRetry(attempt: Attempt, tries: number, error: unknown) {
    const answered = error instanceof ApiError;
    const delay: Delay = answered ? "busy" : "no-answer";
    if (tries >= ATTEMPTS) { stop(attempt, delay); return; }
    const ms = retryDelay(tries, answered ? error.retryAfterMs : null);
    enter({ phase: "waiting", attempt, tries, delay, retryAt: Date.now() + ms });
    timer = setTimeout(retryNow, ms);
    if (!answered) window.addEventListener("online", retryNow);
  }

  /** A refusal after a try that was never answered: the true answer is the one that comes a little later. */
  function askOnceMore(attempt: Attempt, tries: number) {
    const sure = { ...attempt, unheard: false };
    enter({ phase: "waiting", attempt: sure, tries, delay: "unsure", retryAt: Date.now() + RECORDED_MS });
    timer = setTimeout(retryNow, RECORDED_MS);
  }

  function stop(attempt: Attempt, delay: Delay | null) {
    const paused = { ...attempt, paused: true };
    keepAttempt(paused);
    enter({ phase: "paused", attempt: paused, delay });
  }

  function start(attempt: Attempt, tries: number) {
    keepAttempt(attempt);
    void attemptOnce(attempt, tries);
  }

  function retryNow() {
    if (state.phase === "waiting") void attemptOnce(state.attempt, state.tries + 1);
    if (state.phase === "paused") start({ ...state.attempt, paused: false }, 1);
  }

  const left = readAttempt();
  if (left?.paused) state = { phase: "paused", attempt: left, delay: null };
  else if (left) start({ ...left, unheard: true }, 1);

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    buy(product, order) {
      if (state.phase === "sending" || state.phase === "waiting") return;
      const known = readAttempt();
      const idempotencyKey = known && sameOrder(known.order, order) ? known.idempotencyKey : crypto.randomUUID();
      start({ idempotencyKey, order, product, paused: false }, 1);
    },
    retryNow,
    pause() {
      if (state.phase === "waiting") stop(state.attempt, state.delay);
    },
    reset() {
      if (state.phase === "sending" || state.phase === "waiting") return;
      forgetAttempt();
      enter({ phase: "idle" });
    },
  };
}

function asProblem(error: unknown): ApiError {
  return error instanceof ApiError
    ? error
    : new ApiError(0, "UNEXPECTED_ERROR", "Something went wrong in this page. You were not charged.");
}
