import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";
import { isTransient, parseRetryAfter, request } from "@/lib/api-client";
import { refusal, server } from "@/testing/server";

async function failure(answer: () => Response): Promise<unknown> {
  server.use(http.get("*/api/thing", answer));
  return request("/thing").then(
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
