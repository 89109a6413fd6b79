import { http, HttpResponse } from "msw";
import { afterEach, describe, expect, test } from "vitest";
import { api, identifyBy, isTransient, parseRetryAfter } from "@/lib/api-client";
import { refusal, success } from "@/testing/answers";
import { server } from "@/testing/server";

async function failure(answer: () => Response): Promise<unknown> {
  server.use(http.get("*/api/health", answer));
  return api.get("/health").then(
    () => undefined,
    (error: unknown) => error,
  );
}

test("a refusal keeps its stable code", async () => {
  const error = await failure(() => refusal(409, "SOLD_OUT"));
  expect(error).toMatchObject({ status: 409, code: "SOLD_OUT" });
  expect(isTransient(error)).toBe(false);
});

test("a page in place of an answer counts as no answer", async () => {
  expect(isTransient(await failure(() => new HttpResponse("<!doctype html>")))).toBe(true);
});

test("a lost connection, 429 and 503 are worth another try", async () => {
  expect(isTransient(await failure(() => HttpResponse.error()))).toBe(true);
  expect(isTransient(await failure(() => refusal(429, "THROTTLED")))).toBe(true);
  expect(isTransient(await failure(() => refusal(503, "BUSY")))).toBe(true);
});

test("Retry-After is read as seconds and as a date", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  expect(parseRetryAfter("3", now)).toBe(3_000);
  expect(parseRetryAfter("Thu, 01 Jan 2026 00:00:05 GMT", now)).toBe(5_000);
  expect(parseRetryAfter("soon", now)).toBeNull();
  expect(parseRetryAfter(null, now)).toBeNull();
});

test("a version goes out as If-Match and comes back as an ETag; no content is an answer", async () => {
  const seen: (string | null)[] = [];
  server.use(
    http.post("*/api/orders/:id/cancel", ({ request }) => {
      seen.push(
        request.headers.get("If-Match"),
        request.headers.get("X-Receipt-Token"),
        request.headers.get("Authorization"),
      );
      return success({}, { headers: { ETag: '"4"' } });
    }),
    http.get("*/api/health", () => new HttpResponse(null, { status: 204 })),
  );
  const { etag } = await api.post("/orders/{id}/cancel", { path: { id: "a/b" }, ifMatch: '"3"', receiptToken: "r" });
  expect(etag).toBe('"4"');
  expect(seen).toEqual(['"3"', "r", null]);
  expect(await api.get("/health")).toMatchObject({ data: undefined });
});

describe("what a signed-in customer asks", () => {
  afterEach(() => identifyBy(null));

  function ordersOf(...good: string[]) {
    const tokens: (string | null)[] = [];
    server.use(
      http.get("*/api/orders", ({ request }) => {
        const token = request.headers.get("Authorization");
        tokens.push(token);
        return good.includes(token ?? "") ? success([]) : new HttpResponse("{}", { status: 401 });
      }),
    );
    return tokens;
  }

  test("goes with the token, and once more with a renewed one", async () => {
    const tokens = ordersOf("Bearer new");
    identifyBy({ token: () => Promise.resolve("old"), renew: () => Promise.resolve("new") });
    await api.get("/orders", { signedIn: true });
    expect(tokens).toEqual(["Bearer old", "Bearer new"]);
  });

  test("is not sent when nobody is signed in", async () => {
    const tokens = ordersOf();
    await expect(api.get("/orders", { signedIn: true })).rejects.toMatchObject({
      status: 401,
      code: "UNAUTHENTICATED",
    });
    expect(tokens).toEqual([]);
  });

  test("is refused when the renewed token is not taken either", async () => {
    const tokens = ordersOf();
    identifyBy({ token: () => Promise.resolve("old"), renew: () => Promise.resolve("older") });
    await expect(api.get("/orders", { signedIn: true })).rejects.toMatchObject({ status: 401 });
    expect(tokens).toHaveLength(2);
  });
});
