import { NetworkError } from "@/lib/api-client";
import { loadConfig } from "@/lib/config";

/** The user pool answered, and the answer is no. `code` is its stable name for why, such as `NotAuthorizedException`. */
export class IdentityRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "IdentityRefusal";
    this.code = code;
  }
}

/** What the user pool hands out. A renewed session has no refresh token: the old one goes on. */
export interface AuthenticationResult {
  IdToken: string;
  AccessToken: string;
  ExpiresIn: number;
  RefreshToken?: string;
}

const ANSWER_WITHIN_MS = 15_000;
/** They are about who holds the access token, whatever client it came from. */
const WITHOUT_CLIENT = ["GetUser", "GlobalSignOut"];

/**
 * One operation of the user pool's public API, under the storefront's client id
 * (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/Welcome.html). Needs no AWS credentials,
 * and so no AWS SDK.
 */
export async function askIdentityProvider<T>(operation: string, body: Record<string, unknown>): Promise<T> {
  const { userPoolEndpoint, region, userPoolClientId } = await loadConfig();
  const endpoint = userPoolEndpoint ?? (region && `https://cognito-idp.${region}.amazonaws.com/`);
  if (!endpoint || !userPoolClientId) {
    throw new IdentityRefusal("NotConfigured", "This shop has no accounts. You can order without one.");
  }
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(new URL(endpoint, window.location.origin), {
      method: "POST",
      headers: {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(WITHOUT_CLIENT.includes(operation) ? body : { ClientId: userPoolClientId, ...body }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    answer = await response.json();
  } catch (cause) {
    throw new NetworkError(cause);
  }
  if (response.ok) return answer as T;
  if (response.status >= 500) throw new NetworkError(answer);
  const { __type = "", message = "" } = answer as { __type?: string; message?: string };
  throw new IdentityRefusal(__type.slice(__type.lastIndexOf("#") + 1), message);
}
