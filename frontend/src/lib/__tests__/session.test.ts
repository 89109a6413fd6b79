import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { api, identifyBy } from "@/lib/api-client";
import { endSession } from "@/lib/begin-session";
import { sessionRanOut, signedInCustomer, subscribeToSession } from "@/lib/session";
import { sessionIdentity } from "@/lib/session-identity";
import { refusal, success } from "@/testing/answers";
import { server } from "@/testing/server";
import { ADMIN, openUserPool, refused, resultFor, SHOPPER, signedInAs } from "@/testing/user-pool";

beforeEach(() => identifyBy(sessionIdentity));

function tokensOfOrders(): string[] {
  const tokens: string[] = [];
  server.use(
    http.get("*/api/orders", ({ request }) => {
      tokens.push(request.headers.get("Authorization") ?? "");
      return success([]);
    }),
  );
  return tokens;
}

const orders = () => api.get("/orders", { signedIn: true });

test("the token tells who is signed in, and whether they are staff", () => {
  signedInAs(SHOPPER);
  expect(signedInCustomer()).toEqual({ id: SHOPPER.id, email: SHOPPER.email, admin: false });
  signedInAs(ADMIN);
  expect(signedInCustomer()?.admin).toBe(true);
});

test("a good token is used again, and one that is about to run out is renewed first", async () => {
  const calls = openUserPool();
  const sent = tokensOfOrders();
  signedInAs(SHOPPER);
  await orders();
  await orders();
  expect(sent[0]).toMatch(/^Bearer header\./);
  expect(sent[1]).toBe(sent[0]);
  expect(calls).toHaveLength(0);

  signedInAs(SHOPPER, { expiresIn: 60 });
  await Promise.all([orders(), orders()]);
  expect(calls).toHaveLength(1);
  expect(calls[0]?.body).toMatchObject({
    ClientId: "client-1",
    AuthFlow: "REFRESH_TOKEN_AUTH",
    AuthParameters: { REFRESH_TOKEN: "refresh-shopper-1" },
  });
  expect(sent[3]).toBe(sent[2]);
});

test("a token that the API does not take is renewed once", async () => {
  const calls = openUserPool();
  signedInAs(SHOPPER);
  let asked = 0;
  server.use(http.get("*/api/orders", () => (asked++ === 0 ? refusal(401, "UNAUTHENTICATED") : success([]))));
  await orders();
  expect(asked).toBe(2);
  expect(calls.map(({ operation }) => operation)).toEqual(["InitiateAuth"]);
});

test("no token is ever stored", () => {
  signedInAs(SHOPPER);
  const stored = [localStorage, sessionStorage]
    .flatMap((storage) => Object.keys(storage).map((key) => storage.getItem(key)))
    .join();
  expect(stored).toContain("refresh-shopper-1");
  expect(stored).not.toContain("header.");
  expect(stored).not.toContain("access-");
});

test("a session that the user pool ended is over, and told as such", async () => {
  openUserPool({ InitiateAuth: () => refused("NotAuthorizedException", "Refresh Token has been revoked") });
  signedInAs(SHOPPER, { expiresIn: 0 });
  await expect(orders()).rejects.toMatchObject({ status: 401 });
  expect(signedInCustomer()).toBeNull();
  expect(sessionRanOut()).toBe(true);
});

test("a user pool that is not reached ends no session", async () => {
  openUserPool({ InitiateAuth: () => new Response("{}", { status: 503 }) });
  signedInAs(SHOPPER, { expiresIn: 0 });
  await expect(orders()).rejects.toMatchObject({ name: "NetworkError" });
  expect(signedInCustomer()?.email).toBe(SHOPPER.email);
});

test("who signs out while the token is renewed stays signed out", async () => {
  openUserPool({
    InitiateAuth: () => {
      endSession();
      return HttpResponse.json({ AuthenticationResult: resultFor(SHOPPER) });
    },
  });
  signedInAs(SHOPPER, { expiresIn: 0 });
  expect(await sessionIdentity.token()).toBeNull();
  expect(signedInCustomer()).toBeNull();
});

test("signing out in one tab signs out in the others", async () => {
  signedInAs(SHOPPER);
  const told = vi.fn();
  const stop = subscribeToSession(told);
  localStorage.removeItem("stampede.session");
  window.dispatchEvent(new StorageEvent("storage", { key: "stampede.session" }));
  expect(signedInCustomer()).toBeNull();
  expect(told).toHaveBeenCalled();
  expect(await sessionIdentity.token()).toBeNull();
  stop();
});
