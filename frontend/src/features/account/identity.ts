import { beginSession, endSession } from "@/lib/begin-session";
import { askIdentityProvider, type AuthenticationResult } from "@/lib/identity-provider";
import { accessToken } from "@/lib/session-identity";

/** What the user pool wants before it lets somebody in. */
export type ChallengeName = "NEW_PASSWORD_REQUIRED" | "SOFTWARE_TOKEN_MFA";

export interface Challenge {
  name: ChallengeName;
  username: string;
  session: string;
}

interface AuthAnswer {
  AuthenticationResult?: AuthenticationResult;
  ChallengeName?: string;
  ChallengeParameters?: { USER_ID_FOR_SRP?: string };
  Session?: string;
}

const KNOWN: readonly string[] = ["NEW_PASSWORD_REQUIRED", "SOFTWARE_TOKEN_MFA"];

/** @returns what is asked next, or null when the customer is in */
export async function signIn(email: string, password: string, remember: boolean): Promise<Challenge | null> {
  const answer = await askIdentityProvider<AuthAnswer>("InitiateAuth", {
    AuthFlow: "USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  return entered(answer, email, remember);
}

/** @param response the new password, or the code of the authenticator app */
export async function answerChallenge(
  challenge: Challenge,
  response: string,
  remember: boolean,
): Promise<Challenge | null> {
  const key = challenge.name === "NEW_PASSWORD_REQUIRED" ? "NEW_PASSWORD" : "SOFTWARE_TOKEN_MFA_CODE";
  const answer = await askIdentityProvider<AuthAnswer>("RespondToAuthChallenge", {
    ChallengeName: challenge.name,
    Session: challenge.session,
    ChallengeResponses: { USERNAME: challenge.username, [key]: response },
  });
  return entered(answer, challenge.username, remember);
}

function entered(answer: AuthAnswer, username: string, remember: boolean): Challenge | null {
  if (answer.AuthenticationResult) {
    beginSession(answer.AuthenticationResult, remember);
    return null;
  }
  const { ChallengeName: name = "", Session: session = "", ChallengeParameters: parameters } = answer;
  if (!KNOWN.includes(name)) throw new Error(`The storefront does not know the challenge ${name}`);
  return { name: name as ChallengeName, username: parameters?.USER_ID_FOR_SRP ?? username, session };
}

export async function signUp(email: string, password: string): Promise<void> {
  await askIdentityProvider("SignUp", {
    Username: email,
    Password: password,
    UserAttributes: [{ Name: "email", Value: email }],
  });
}

export async function confirmSignUp(email: string, code: string): Promise<void> {
  await askIdentityProvider("ConfirmSignUp", { Username: email, ConfirmationCode: code });
}

export async function resendCode(email: string): Promise<void> {
  await askIdentityProvider("ResendConfirmationCode", { Username: email });
}

export async function forgotPassword(email: string): Promise<void> {
  await askIdentityProvider("ForgotPassword", { Username: email });
}

export async function confirmForgotPassword(email: string, code: string, password: string): Promise<void> {
  await askIdentityProvider("ConfirmForgotPassword", { Username: email, ConfirmationCode: code, Password: password });
}

/** Here at once; the user pool is told, so that nobody can renew this session, and nothing waits for that. */
export function signOut(): void {
  const ended = endSession();
  if (ended) askIdentityProvider("RevokeToken", { Token: ended.refreshToken }).catch(() => undefined);
}

/** On every device. Fails, and changes nothing, where the user pool is not reached. */
export async function signOutEverywhere(): Promise<void> {
  const token = await accessToken();
  if (token) await askIdentityProvider("GlobalSignOut", { AccessToken: token });
  endSession();
}
