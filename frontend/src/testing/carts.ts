import { http } from "msw";
import type { Cart, CartItem, Product } from "@/lib/api-types";
import { totalsOf } from "@/lib/money";
import { refusal, success } from "@/testing/answers";

export const CART_ID = "3f0c6a1e-5b7d-4c2a-9e4f-8d1b2c3a4e5f";
export const CART_TOKEN = "cart-token-1";

/** The shop's one cart in a test: what it holds, and what was asked of it. */
export interface ServerCart {
  items: CartItem[];
  requests: string[];
  /** The clicks that it has added already. */
  clicks: string[];
}

export const serverCart: ServerCart = { items: [], requests: [], clicks: [] };

export function lineOf(product: Product, quantity: number, change: Partial<CartItem> = {}): CartItem {
  const line = {
    itemId: product.id,
    productId: product.id,
    name: product.name,
    image: product.image,
    quantity,
    price: product.price,
    priceWhenAdded: product.price,
    available: product.stock,
    limitPerCustomer: null,
    problem: null,
    ...change,
  };
  return { ...line, lineTotal: totalsOf(line.price, line.quantity).subtotal };
}

export function cartNow(): Cart {
  const subtotal = Math.round(serverCart.items.reduce((sum, item) => sum + item.lineTotal * 100, 0)) / 100;
  const { tax, total } = totalsOf(subtotal, 1);
  return {
    cartId: CART_ID,
    items: serverCart.items,
    itemCount: serverCart.items.reduce((sum, item) => sum + item.quantity, 0),
    subtotal,
    tax,
    totalAmount: total,
    currency: "USD",
    expiresAt: null,
  };
}

/** The shop's side of carts. */
export function cartHandlers(products: Product[]) {
  const answer = (request: Request, change?: () => void) => {
    serverCart.requests.push(
      `${request.method} ${new URL(request.url).pathname.replace("/api", "").replace(CART_ID, "id")}`,
    );
    if (request.headers.get("X-Cart-Token") !== CART_TOKEN) return refusal(404, "CART_NOT_FOUND");
    change?.();
    return success(cartNow());
  };
  return [
    http.post("*/api/cart", ({ request }) => {
      serverCart.requests.push(`${request.method} /cart`);
      return success({ cartId: CART_ID, cartToken: CART_TOKEN }, { status: 201 });
    }),
    http.get("*/api/cart/:id", ({ request }) => answer(request)),
    http.post("*/api/cart/:id/items", async ({ request }) => {
      const body = (await request.clone().json()) as { productId: string; quantity: number };
      return answer(request, () => {
        const click = request.headers.get("Idempotency-Key") ?? "";
        if (serverCart.clicks.includes(click)) return;
        serverCart.clicks.push(click);
        const product = products.find(({ id }) => id === body.productId)!;
        const before = serverCart.items.find(({ itemId }) => itemId === product.id)?.quantity ?? 0;
        put(lineOf(product, before + body.quantity));
      });
    }),
    http.put("*/api/cart/:id/items/:itemId", async ({ request, params }) => {
      const { quantity } = (await request.clone().json()) as { quantity: number };
      return answer(request, () =>
        put(
          lineOf(
            products.find(({ id }) => id === params.itemId)!,
            quantity,
          ),
        ),
      );
    }),
    http.delete("*/api/cart/:id/items/:itemId", ({ request, params }) =>
      answer(request, () => {
        serverCart.items = serverCart.items.filter(({ itemId }) => itemId !== params.itemId);
      }),
    ),
  ];
}

function put(line: CartItem) {
  const known = serverCart.items.some(({ itemId }) => itemId === line.itemId);
  serverCart.items = known
    ? serverCart.items.map((item) => (item.itemId === line.itemId ? line : item))
    : [...serverCart.items, line];
}
