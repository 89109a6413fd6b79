import type { QueryClient } from "@tanstack/react-query";
import { cartQuery, isNoCart } from "@/features/cart/api/get-cart";
import { keepCart, readKeptCart } from "@/features/cart/kept-cart";
import { api } from "@/lib/api-client";

/** The customer signed in: what the guest had goes into the customer's own cart, once however often this is called. */
export async function takeCartAlong(queryClient: QueryClient): Promise<void> {
  const kept = await readKeptCart();
  if (kept?.own) return;
  const own = kept ? await mergedCart(kept.cartId, kept.cartToken) : await ownCart();
  await keepCart({ cartId: own.cartId, cartToken: own.cartToken, own: true, cart: own });
  await queryClient.cancelQueries({ queryKey: cartQuery.queryKey });
  queryClient.setQueryData(cartQuery.queryKey, own);
}

/** The customer signed out: the cart stays theirs and leaves this browser. */
export async function leaveCart(queryClient: QueryClient): Promise<void> {
  if (!(await readKeptCart())?.own) return;
  await keepCart(null);
  await queryClient.resetQueries({ queryKey: cartQuery.queryKey });
}

async function mergedCart(cartId: string, cartToken: string) {
  try {
    return (await api.post("/cart/{id}/merge", { path: { id: cartId }, cartToken, signedIn: true })).data;
  } catch (error) {
    if (isNoCart(error)) return ownCart();
    throw error;
  }
}

async function ownCart() {
  return (await api.get("/cart", { signedIn: true })).data;
}
