import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { keepCart } from "@/features/cart/kept-cart";
import { serverCart } from "@/testing/carts";
import { server } from "@/testing/server";

// Time is fake wherever something is waited for, so this is no waiting.
configure({ asyncUtilTimeout: 4_000 });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => {
  // Testing Library moves fake timers on only where it finds Jest's name for that.
  vi.stubGlobal("jest", { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) });
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  vi.stubGlobal("scrollTo", () => undefined);
});
afterEach(async () => {
  cleanup();
  await keepCart(null);
  serverCart.items = [];
  serverCart.requests = [];
  serverCart.clicks = [];
  vi.useRealTimers();
  server.resetHandlers();
  sessionStorage.clear();
  localStorage.clear();
  window.dispatchEvent(new StorageEvent("storage", { key: null }));
  window.history.replaceState(null, "", "/");
});
afterAll(() => server.close());

// jsdom has <dialog>, but cannot open it.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};
