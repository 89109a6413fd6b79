import { useSyncExternalStore } from "react";
import { readStored, writeStored } from "@/lib/stored-json";

export const SESSION_KEY = "stampede.session";

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

/** None where nobody is signed in, or where the page was opened anew and has not renewed them yet. */
export const currentTokens = () => tokens;

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
