import { queryOptions } from "@tanstack/react-query";
import { EMPTY_CART, type ShownCart } from "@/features/cart/cart-changes";
import { keepCart, type KeptCart, readKeptCart } from "@/features/cart/kept-cart";
import { api, ApiError } from "@/lib/api-client";
import type { Cart } from "@/lib/api-types";

/** The cart at today's prices. Until the shop answers it is shown as this browser saw it last. */
export const cartQuery = queryOptions({
  queryKey: ["cart"],
  queryFn: async ({ client, signal }): Promise<ShownCart> => {
    const kept = await readKeptCart();
    if (!kept) return EMPTY_CART;
    if (kept.cart && client.getQueryData(["cart"]) === undefined) client.setQueryData(["cart"], kept.cart);
    return readCart(kept, signal);
  },
});

async function readCart(kept: KeptCart, signal: AbortSignal): Promise<ShownCart> {
  try {
    const { data } = await api.get("/cart/{id}", { path: { id: kept.cartId }, cartToken: kept.cartToken, signal });
    await keepAs(kept, data);
    return data;
  } catch (error) {
    if (!isNoCart(error)) throw error;
    await keepCart(null);
    return EMPTY_CART;
  }
}

export async function keepAs(kept: KeptCart, cart: Cart): Promise<void> {
  await keepCart({ ...kept, cart });
}

/** The token opens no cart any more. */
export function isNoCart(error: unknown): boolean {
  return error instanceof ApiError && error.code === "CART_NOT_FOUND";
}
