import { http, HttpResponse } from "msw";
import { beginSession } from "@/lib/begin-session";
import { server } from "@/testing/server";

export const SHOPPER = {
  id: "shopper-1",
  email: "shopper@example.com",
  password: "Stampede-shopper-1",
  groups: ["customer"],
};
export const ADMIN = { id: "admin-1", email: "admin@example.com", password: "Stampede-admin-1", groups: ["admin"] };
export const CODE = "123456";

type User = typeof SHOPPER;

/** What a call of the user pool may be answered with instead of what it does by itself. */
type Answer = () => Response;

export interface Call {
  operation: string;
  body: Record<string, unknown>;
}

/** A user pool with the two users; `answers` replaces single operations. Tells what it was asked. */
export function openUserPool(answers: Record<string, Answer> = {}): Call[] {
  const calls: Call[] = [];
  server.use(
    http.post("https://cognito-idp.us-east-1.amazonaws.com/", async ({ request }) => {
      const operation = request.headers.get("X-Amz-Target")?.split(".")[1] ?? "";
      const body = (await request.json()) as Record<string, unknown>;
      calls.push({ operation, body });
      return (answers[operation] ?? (() => usual(operation, body)))();
    }),
  );
  return calls;
}

export function refused(code: string, message = code): Response {
  return HttpResponse.json({ __type: code, message }, { status: 400 });
}

/** Somebody who signed in before the test begins. */
export function signedInAs(user: User, { expiresIn = 3600 } = {}): void {
  beginSession({ ...resultFor(user), ExpiresIn: expiresIn }, true);
}

function usual(operation: string, body: Record<string, unknown>): Response {
  if (operation !== "InitiateAuth") return HttpResponse.json({});
  const { USERNAME, PASSWORD, REFRESH_TOKEN } = body.AuthParameters as Record<string, string>;
  const user = [SHOPPER, ADMIN].find((each) =>
    REFRESH_TOKEN ? REFRESH_TOKEN === `refresh-${each.id}` : each.email === USERNAME && each.password === PASSWORD,
  );
  return user ? HttpResponse.json({ AuthenticationResult: resultFor(user) }) : refused("NotAuthorizedException");
}

let issued = 0;

/** A new one each time, as the user pool makes them. */
export function resultFor(user: User) {
  issued += 1;
  const claims = { sub: user.id, email: user.email, "cognito:groups": user.groups, jti: issued };
  return {
    IdToken: `header.${btoa(JSON.stringify(claims)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}.signature`,
    AccessToken: `access-${issued}`,
    ExpiresIn: 3600,
    RefreshToken: `refresh-${user.id}`,
  };
}
