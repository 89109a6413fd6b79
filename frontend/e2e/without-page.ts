import { inject, vi } from "vitest";

const nothing = () => undefined;

/** Lets the storefront's own code run here: it finds a browser that is at the shop and keeps nothing. */
export async function withoutPage<T>(act: () => Promise<T>): Promise<T> {
  vi.stubGlobal("window", {
    location: { origin: inject("site") },
    addEventListener: nothing,
    removeEventListener: nothing,
  });
  vi.stubGlobal("localStorage", { getItem: () => null, setItem: nothing, removeItem: nothing });
  vi.stubGlobal("navigator", {});
  try {
    return await act();
  } finally {
    vi.unstubAllGlobals();
  }
}
