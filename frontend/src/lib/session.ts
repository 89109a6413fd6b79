import { useSyncExternalStore } from "react";
import type { Identity } from "@/lib/api-client";
import { loadCode } from "@/lib/load-code";
import { readStored, writeStored } from "@/lib/stored-json";

export const SESSION_KEY = "stampede.session";
/** A token this close to its end is renewed before it is used. */
const RENEW_BEFORE_MS = 120_000;

export interface Customer {
  /** The subject of the user pool. */
  id: string;
  email: string;
  admin: boolean;
}

interface Kept {
  customer: Customer;
  refreshToken: string;
}

/** Never stored: whoever reads a browser's storage later finds none that opens anything by itself. */
interface Tokens {
  id: string;
  access: string;
  goodUntil: number;
}

export interface Session {
  kept: Kept;
  tokens: Tokens;
}

let kept: Kept | null | undefined;
let tokens: Tokens | null = null;
let renewing: Promise<string | null> | null = null;
/** Whether the last session ended without the customer asking for it. */
let ranOut = false;
const listeners = new Set<() => void>();

export function useCustomer(): Customer | null {
  return useSyncExternalStore(subscribeToSession, signedInCustomer);
}

export function signedInCustomer(): Customer | null {
  return currentSession()?.customer ?? null;
}

/** Whether the shop, and not the customer, ended the last session. */
export const sessionRanOut = () => ranOut;

/** Where the signed-in customer changes. */
export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Null ends the session. It is stored where it is to be found again, and nowhere else. */
export function replaceSession(next: Session | null, storage: Storage = localStorage, ended = false): void {
  tokens = next?.tokens ?? null;
  kept = next?.kept ?? null;
  ranOut = ended;
  for (const each of [localStorage, sessionStorage]) writeStored(each, SESSION_KEY, each === storage ? kept : null);
  listeners.forEach((listener) => listener());
}

/** What the API client sends on the routes that need a customer. */
export const sessionIdentity: Identity = {
  token: () => (tokens && tokens.goodUntil - RENEW_BEFORE_MS > Date.now() ? Promise.resolve(tokens.id) : renew()),
  renew,
};

/** For the user pool's own operations; null when nobody is signed in. */
export async function accessToken(): Promise<string | null> {
  await sessionIdentity.token();
  return tokens?.access ?? null;
}

/** One renewal at a time: all who ask meanwhile get its answer. */
function renew(): Promise<string | null> {
  if (!currentSession()) return Promise.resolve(null);
  renewing ??= loadCode(() => import("@/lib/begin-session"))
    .then(({ renewSession }) => renewSession())
    .finally(() => {
      renewing = null;
    });
  return renewing;
}

export function currentSession(): Kept | null {
  if (kept === undefined) {
    const stored = readStored(localStorage, SESSION_KEY) ?? readStored(sessionStorage, SESSION_KEY);
    kept = isKept(stored) ? stored : null;
  }
  return kept;
}

/** What is stored may be another now: it is read again when it is needed. */
export function rereadSession(): void {
  const before = currentSession()?.refreshToken;
  kept = undefined;
  if (currentSession()?.refreshToken !== before) tokens = null;
  listeners.forEach((listener) => listener());
}

function isKept(value: unknown): value is Kept {
  return typeof (value as Partial<Kept> | null)?.customer?.email === "string";
}
