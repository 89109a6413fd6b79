import { isNoCart, keepAs } from "@/features/cart/api/get-cart";
import type { CartChange } from "@/features/cart/cart-changes";
import { EMPTY_CART, type ShownCart } from "@/features/cart/cart-changes";
import { keepCart, type KeptCart, readKeptCart } from "@/features/cart/kept-cart";
import { api } from "@/lib/api-client";
import type { Cart } from "@/lib/api-types";

/** Makes a change and answers the whole cart. Safe to be called again with the same change after a failure. */
export async function changeCart(change: CartChange): Promise<ShownCart> {
  const kept = (await readKeptCart()) ?? (change.added ? await newCart() : null);
  if (!kept) return EMPTY_CART;
  try {
    const cart = await send(kept, change);
    await keepAs(kept, cart);
    return cart;
  } catch (error) {
    if (!isNoCart(error)) throw error;
    // What opened the cart opens it no more: what was in it is gone, and what is put in goes into a new one.
    await keepCart(null);
    return change.added ? changeCart(change) : EMPTY_CART;
  }
}

async function newCart(): Promise<KeptCart> {
  const { data } = await api.post("/cart");
  const kept = { ...data, own: false, cart: null };
  await keepCart(kept);
  return kept;
}

async function send({ cartId, cartToken }: KeptCart, change: CartChange): Promise<Cart> {
  const { itemId, quantity, added } = change;
  const path = { id: cartId, itemId };
  if (quantity === 0) return (await api.delete("/cart/{id}/items/{itemId}", { path, cartToken })).data;
  if (!added) return (await api.put("/cart/{id}/items/{itemId}", { path, cartToken, body: { quantity } })).data;

  // The one change that adds to what is there: its key makes it once, however often it is sent.
  const { units, idempotencyKey } = added;
  const body = { productId: itemId, quantity: units };
  return (await api.post("/cart/{id}/items", { path, cartToken, idempotencyKey, body })).data;
}
