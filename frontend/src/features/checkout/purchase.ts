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

/** Refusals that the shop may give while an earlier try of the same press is accepted and not recorded yet. */
const UNSURE_REFUSALS = ["SOLD_OUT", "PRICE_CHANGED", "CART_EMPTY", "TOO_MANY_ORDERS"];
/** By then an accepted order is recorded, and asking again under its key names it. */
const RECORDED_MS = 4_000;
/** A press this old does not go on by itself: the buyer is asked first. */
const FRESH_MS = 10 * 60_000;
/** A sale this near is waited for. */
const SOON_MS = 60_000;

/**
 * Why the last try brought no result: the shop had too much to do, nothing was heard from it, its sale begins in a
 * moment, or it refused while an earlier try may have been accepted.
 */
export type Delay = "busy" | "no-answer" | "not-started" | "unsure";

export type PurchaseState =
  | { phase: "idle" }
  | { phase: "sending"; attempt: Attempt; tries: number }
  | { phase: "waiting"; attempt: Attempt; tries: number; delay: Delay; retryAt: number }
  | { phase: "paused"; attempt: Attempt; delay: Delay | null }
  | { phase: "refused"; attempt: Attempt; problem: ApiError }
  /** Another tab has placed just this order since the form was opened: the buyer is asked whether to buy again. */
  | { phase: "doubled"; attempt: Attempt; placed: PlacedOrder }
  | { phase: "placed"; attempt: Attempt; placed: PlacedOrder };

/** What the buyer presses Buy for. */
export interface Press {
  ordering: Ordering;
  product: Product | null;
  /** When the form was opened: an order that was placed before is none that this press could double. */
  openedAt: number;
}

export interface Purchase {
  getState: () => PurchaseState;
  subscribe: (listener: () => void) => () => void;
  /** The buyer presses Buy. While a press is under way, or placed and not yet reset, another one changes nothing. */
  buy: (press: Press) => void;
  /** Asks again now, under the same key; where another tab ordered the same, orders once more. */
  retryNow: () => void;
  /** Stops asking. The key is kept: the last try may have arrived. */
  pause: () => void;
  /** Back to the form, forgetting a press that has an answer or that the buyer gives up. */
  reset: () => void;
}

interface Ports {
  send: (ordering: Ordering, idempotencyKey: string) => Promise<PlacedOrder>;
  /** Keeps the receipt before the press is forgotten, so that no crash falls between the two. */
  saveReceipt: (placed: PlacedOrder) => void;
  /** An order of the same things that this browser got since then, in whichever tab. */
  placedSince: (ordering: Ordering, since: number) => PlacedOrder | null;
}

/** From pressing Buy to one known answer. A press that a reload or a crash left behind goes on by itself. */
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
        waitToRetry({ ...attempt, unheard: true }, tries, error);
        return;
      }
      if (isNearSale(error)) {
        waitForSale(attempt, tries, error.retryAfterMs);
        return;
      }
      if (attempt.unheard && error instanceof ApiError && UNSURE_REFUSALS.includes(error.code)) {
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

  /** A refusal after a try that was never answered: the true answer is the one that comes a little later. */
  function askOnceMore(attempt: Attempt, tries: number) {
    wait({ ...attempt, unheard: false }, tries, "unsure", RECORDED_MS);
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

  /** Tells the other tabs, for as long as it is under way, that this one is at it. */
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
    if (state.phase === "doubled") start(state.attempt);
  }

  /** Goes on with a press once no tab is at it: at once after a reload, later where the tab that is at it dies. */
  async function goOn({ idempotencyKey }: Attempt) {
    const held = await holdAttempt(idempotencyKey);
    const left = readAttempt(idempotencyKey);
    const free = state.phase === "idle" || state.phase === "paused";
    if (left && !left.paused && free) {
      release = held;
      void attemptOnce({ ...left, unheard: true }, 1);
    } else {
      held();
    }
  }

  const left = readAttempts();
  const fresh = left.find((attempt) => !attempt.paused && Date.now() - attempt.pressedAt < FRESH_MS);
  if (fresh) void goOn(fresh);
  else if (left[0]) state = { phase: "paused", attempt: { ...left[0], paused: true, unheard: true }, delay: null };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    buy({ ordering, product, openedAt }) {
      if (state.phase === "sending" || state.phase === "waiting" || state.phase === "placed") return;
      // Pressed in another tab, or before: it stays that press.
      const known = readAttempts().find((attempt) => sameOrdering(attempt.ordering, ordering));
      const attempt: Attempt = known
        ? { ...known, paused: false, unheard: true }
        : { idempotencyKey: crypto.randomUUID(), ordering, product, pressedAt: Date.now(), paused: false };
      const placed = known ? null : placedSince(ordering, openedAt);
      if (placed) enter({ phase: "doubled", attempt, placed });
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
