import { type AuthenticationResult, askIdentityProvider, IdentityRefusal } from "@/lib/identity-provider";
import { currentSession, type Customer, replaceSession, type Session, SESSION_KEY } from "@/lib/session";
import { readStored } from "@/lib/stored-json";
import "@/lib/session-in-tabs";

/** What the user pool says of a session that is over, whatever anybody tries. */
const OVER = [
  "NotAuthorizedException",
  "UserNotFoundException",
  "UserNotConfirmedException",
  "PasswordResetRequiredException",
];

/** @param remember whether the session outlives this tab */
export function beginSession(result: AuthenticationResult, remember: boolean): void {
  replaceSession(sessionOf(result, ""), remember ? localStorage : sessionStorage);
}

/** @returns what the session was */
export function endSession() {
  const ended = currentSession();
  replaceSession(null);
  return ended;
}

/** @returns the new ID token; null when the session is over */
export async function renewSession(): Promise<string | null> {
  const before = currentSession();
  if (!before) return null;
  const next = await renewedBy(before.refreshToken);
  // Signed out, or in as somebody else, while the answer was on its way.
  if (currentSession()?.refreshToken !== before.refreshToken) return null;
  replaceSession(next, storageOfSession(), next === null);
  return next?.tokens.id ?? null;
}

/** The session that a refresh token opens; null when it opens none any more. */
async function renewedBy(refreshToken: string): Promise<Session | null> {
  try {
    const { AuthenticationResult: result } = await askIdentityProvider<{ AuthenticationResult: AuthenticationResult }>(
      "InitiateAuth",
      {
        AuthFlow: "REFRESH_TOKEN_AUTH",
        AuthParameters: { REFRESH_TOKEN: refreshToken },
      },
    );
    return sessionOf(result, refreshToken);
  } catch (error) {
    if (error instanceof IdentityRefusal && OVER.includes(error.code)) return null;
    throw error;
  }
}

/** A session of one tab stays one. */
function storageOfSession(): Storage {
  return readStored(localStorage, SESSION_KEY) === null ? sessionStorage : localStorage;
}

function sessionOf(result: AuthenticationResult, refreshToken: string): Session {
  return {
    kept: { customer: customerIn(result.IdToken), refreshToken: result.RefreshToken ?? refreshToken },
    tokens: { id: result.IdToken, access: result.AccessToken, goodUntil: Date.now() + result.ExpiresIn * 1000 },
  };
}

/** What the ID token says of its bearer. It is only shown: the API checks the token itself. */
function customerIn(idToken: string): Customer {
  const payload = idToken.split(".")[1] ?? "";
  const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as {
    sub: string;
    email?: string;
    "cognito:groups"?: string[];
  };
  return { id: claims.sub, email: claims.email ?? "", admin: claims["cognito:groups"]?.includes("admin") ?? false };
}
