import { useSyncExternalStore } from "react";
import type { Identity } from "@/lib/api-client";
import { type AuthenticationResult, askIdentityProvider, IdentityRefusal } from "@/lib/identity-provider";
import { readStored, writeStored } from "@/lib/stored-json";

const KEY = "stampede.session";
/** A token this close to its end is renewed before it is used. */
const RENEW_BEFORE_MS = 120_000;
const OVER = ["NotAuthorizedException", "UserNotFoundException", "UserNotConfirmedException", "PasswordResetRequiredException"];

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
  return current()?.customer ?? null;
}

/** Whether the shop, and not the customer, ended the last session. */
export function sessionRanOut(): boolean {
  return ranOut;
}

/** Where the signed-in customer changes. */
export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @param remember whether the session outlives this tab */
export function beginSession(result: AuthenticationResult, remember: boolean): Customer {
  const customer = customerIn(result.IdToken);
  endSession();
  tokens = tokensOf(result);
  ranOut = false;
  change({ customer, refreshToken: result.RefreshToken ?? "" });
  writeStored(remember ? localStorage : sessionStorage, KEY, kept);
  return customer;
}

export function endSession(): { refreshToken: string } | null {
  const ended = current();
  tokens = null;
  writeStored(localStorage, KEY, null);
  writeStored(sessionStorage, KEY, null);
  change(null);
  return ended;
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
  renewing ??= renewOnce().finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renewOnce(): Promise<string | null> {
  const before = current();
  if (!before) return null;
  try {
    const { AuthenticationResult: result } = await askIdentityProvider<{ AuthenticationResult: AuthenticationResult }>("InitiateAuth", {
      AuthFlow: "REFRESH_TOKEN_AUTH",
      AuthParameters: { REFRESH_TOKEN: before.refreshToken },
    });
    // Signed out, or in as somebody else, while the answer was on its way.
    if (current()?.refreshToken !== before.refreshToken) return null;
    tokens = tokensOf(result);
    replaceKept({ customer: customerIn(result.IdToken), refreshToken: result.RefreshToken ?? before.refreshToken });
    return tokens.id;
  } catch (error) {
    if (!(error instanceof IdentityRefusal) || !OVER.includes(error.code)) throw error;
    if (current()?.refreshToken === before.refreshToken) {
      ranOut = true;
      endSession();
    }
    return null;
  }
}

function current(): Kept | null {
  if (kept === undefined) {
    const stored = readStored(localStorage, KEY) ?? readStored(sessionStorage, KEY);
    kept = isKept(stored) ? stored : null;
  }
  return kept;
}

/** Written where it was: a session of one tab stays one. */
function replaceKept(next: Kept): void {
  const storage = readStored(localStorage, KEY) === null ? sessionStorage : localStorage;
  if (JSON.stringify(next) === JSON.stringify(kept)) return;
  change(next);
  writeStored(storage, KEY, next);
}

function change(next: Kept | null): void {
  kept = next;
  listeners.forEach((listener) => listener());
}

function tokensOf(result: AuthenticationResult): Tokens {
  return { id: result.IdToken, access: result.AccessToken, goodUntil: Date.now() + result.ExpiresIn * 1000 };
}

/** What the ID token says of its bearer. It is only shown: the API checks the token itself. */
function customerIn(idToken: string): Customer {
  const payload = idToken.split(".")[1] ?? "";
  const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as { sub: string; email?: string; "cognito:groups"?: string[] };
  return { id: claims.sub, email: claims.email ?? "", admin: claims["cognito:groups"]?.includes("admin") ?? false };
}

// Another tab signed in or out, or the storage was cleared.
window.addEventListener("storage", (event) => {
  if (event.key !== KEY && event.key !== null) return;
  const before = current()?.refreshToken;
  kept = undefined;
  if (current()?.refreshToken !== before) tokens = null;
  listeners.forEach((listener) => listener());
});

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null || !("customer" in value) || !("refreshToken" in value)) return false;
  const { customer, refreshToken } = value;
  return (
    typeof refreshToken === "string" &&
    typeof customer === "object" &&
    customer !== null &&
    "id" in customer &&
    typeof customer.id === "string" &&
    "email" in customer &&
    typeof customer.email === "string" &&
    "admin" in customer &&
    typeof customer.admin === "boolean"
  );
}
