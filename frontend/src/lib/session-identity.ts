import type { Identity } from "@/lib/api-client";
import { loadCode } from "@/lib/load-code";
import { currentSession, currentTokens } from "@/lib/session";

/** A token this close to its end is renewed before it is used. */
const RENEW_BEFORE_MS = 120_000;

let renewing: Promise<string | null> | null = null;

/** What the API client sends on the routes that need a customer. */
export const sessionIdentity: Identity = {
  token: () => {
    const tokens = currentTokens();
    return tokens && tokens.goodUntil - RENEW_BEFORE_MS > Date.now() ? Promise.resolve(tokens.id) : renew();
  },
  renew,
};

/** For the user pool's own operations; null when nobody is signed in. */
export async function accessToken(): Promise<string | null> {
  await sessionIdentity.token();
  return currentTokens()?.access ?? null;
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
