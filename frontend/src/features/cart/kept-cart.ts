import type { Cart } from "@/lib/api-types";

const NAME = "cart";

/** This browser's cart: what opens it, and how it stood last. */
export interface KeptCart {
  cartId: string;
  cartToken: string;
  /** A signed-in customer's own cart, the same on every device. */
  own: boolean;
  cart: Cart | null;
}

// Loaded when it is first needed: the first view can be drawn without.
const storage = async () => {
  const { default: localforage } = await import("localforage");
  return localforage.createInstance({ name: "stampede", storeName: "cart" });
};

/** Kept over reloads and shared between tabs; null where there is none, or where the browser keeps nothing. */
export async function readKeptCart(): Promise<KeptCart | null> {
  try {
    const kept: unknown = await (await storage()).getItem(NAME);
    return isKeptCart(kept) ? kept : null;
  } catch {
    return null;
  }
}

export async function keepCart(kept: KeptCart | null): Promise<void> {
  try {
    const store = await storage();
    await (kept ? store.setItem(NAME, kept) : store.removeItem(NAME));
  } catch {
    // The page goes on without it; only a reload will not remember.
  }
}

function isKeptCart(value: unknown): value is KeptCart {
  return (
    typeof value === "object" &&
    value !== null &&
    "cartId" in value &&
    typeof value.cartId === "string" &&
    "cartToken" in value &&
    typeof value.cartToken === "string"
  );
}
