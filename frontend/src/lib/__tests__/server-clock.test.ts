import { beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: Date.parse("2020-01-01T00:00:00Z") });
});

test("the shop's time counts, whatever the shopper's clock says", async () => {
  const { noteServerTime, serverNow } = await import("@/lib/server-clock");
  expect(serverNow()).toBe(Date.now());
  noteServerTime("2026-01-01T10:00:00.000Z");
  vi.advanceTimersByTime(1_500);
  vi.setSystemTime(Date.parse("2031-01-01T00:00:00Z"));
  expect(serverNow()).toBe(Date.parse("2026-01-01T10:00:01.500Z"));
});

test("an answer out of a cache does not turn the clock back, and an HTTP date is a time too", async () => {
  const { noteServerTime, serverNow } = await import("@/lib/server-clock");
  noteServerTime("2026-01-01T10:00:00.000Z");
  noteServerTime("2026-01-01T09:59:30.000Z");
  noteServerTime("no time");
  noteServerTime(null);
  expect(serverNow()).toBe(Date.parse("2026-01-01T10:00:00.000Z"));
  noteServerTime("Thu, 01 Jan 2026 10:00:05 GMT");
  expect(serverNow()).toBe(Date.parse("2026-01-01T10:00:05.000Z"));
});
