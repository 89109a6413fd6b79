import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { server } from "@/testing/server";

const NOTHING = { stage: null, region: null, userPoolId: null, userPoolClientId: null, userPoolEndpoint: null };

beforeEach(() => vi.resetModules());

async function loaded(answer: () => Response) {
  server.use(http.get("*/config.json", answer));
  const { loadConfig } = await import("@/lib/config");
  return loadConfig();
}

test("the stage's API is read at run time", async () => {
  const told = { apiBase: "https://api.example.com/v1/", stage: "prod", userPoolClientId: "abc", region: 7 };
  expect(await loaded(() => HttpResponse.json(told))).toEqual({
    ...NOTHING,
    apiBase: "https://api.example.com/v1",
    stage: "prod",
    userPoolClientId: "abc",
  });
});

test.each([
  ["a missing file", () => new HttpResponse(null, { status: 404 })],
  ["a page in its place", () => new HttpResponse("<!doctype html><title>Shop</title>")],
  ["something else", () => HttpResponse.json({ apiBase: 42 })],
  ["no answer", () => HttpResponse.error()],
])("%s means the defaults", async (_case, answer) => {
  expect(await loaded(answer)).toEqual({ ...NOTHING, apiBase: "/api" });
});
