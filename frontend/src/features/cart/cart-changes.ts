import type { Cart, CartItem, Product } from "@/lib/api-types";
import { taxOf } from "@/lib/money";

export const MAX_QUANTITY = 10;

/** A cart as it is shown: one that nobody has asked for yet has no id. */
export type ShownCart = Omit<Cart, "cartId">;

export const EMPTY_CART: ShownCart = {
  items: [],
  itemCount: 0,
  subtotal: 0,
  tax: 0,
  totalAmount: 0,
  currency: "USD",
  expiresAt: null,
};

/** A line's new quantity; 0 takes it out. It is absolute, so that applying it twice is applying it once. */
export interface CartChange {
  itemId: string;
  quantity: number;
  /** For a line that is put in, or raised, by "Add to cart": by how much, what it is, and the name of this click. */
  added?: { units: number; product: AddedProduct; idempotencyKey: string };
}

/** What is known of a product that is put in; of one that was ordered before, only that. */
export type AddedProduct = Pick<Product, "id" | "name" | "price"> &
  Partial<Pick<Product, "image" | "stock" | "limitPerCustomer">>;

/** The cart as it will be once the shop has taken `changes`. One that fails is left out, and so is undone. */
export function withChanges(cart: ShownCart, changes: CartChange[]): ShownCart {
  if (changes.length === 0) return cart;
  let items = cart.items;
  for (const change of changes) items = withChange(items, change);
  const cents = items
    .filter(({ problem }) => problem !== "NOT_FOR_SALE")
    .reduce((sum, item) => sum + Math.round(item.price * 100) * item.quantity, 0);
  const tax = taxOf(cents);
  return {
    ...cart,
    items,
    itemCount: items.reduce((sum, item) => sum + item.quantity, 0),
    subtotal: cents / 100,
    tax: tax / 100,
    totalAmount: (cents + tax) / 100,
  };
}

function withChange(items: CartItem[], { itemId, quantity, added }: CartChange): CartItem[] {
  if (quantity === 0) return items.filter((item) => item.itemId !== itemId);
  if (items.some((item) => item.itemId === itemId)) {
    return items.map((item) => (item.itemId === itemId ? withQuantity(item, quantity) : item));
  }
  return added ? [...items, withQuantity(lineOf(added.product), quantity)] : items;
}

function withQuantity(item: CartItem, quantity: number): CartItem {
  const fits = item.problem === "NOT_ENOUGH" && quantity <= item.available;
  return {
    ...item,
    quantity,
    lineTotal: (Math.round(item.price * 100) * quantity) / 100,
    problem: fits ? null : item.problem,
  };
}

function lineOf(product: AddedProduct): CartItem {
  return {
    itemId: product.id,
    productId: product.id,
    name: product.name,
    image: product.image ?? null,
    quantity: 0,
    price: product.price,
    priceWhenAdded: product.price,
    lineTotal: 0,
    available: product.stock ?? MAX_QUANTITY,
    limitPerCustomer: product.limitPerCustomer ?? null,
    problem: null,
  };
}

/** As many of a line as can be had at once. */
export function mostOf({ available, limitPerCustomer }: CartItem): number {
  return Math.max(1, Math.min(MAX_QUANTITY, available, limitPerCustomer ?? MAX_QUANTITY));
}

/** Whether the line has to be changed before the cart can be ordered. A changed price is told, and stops nobody. */
export function standsInTheWay({ problem }: CartItem): boolean {
  return problem !== null && problem !== "PRICE_CHANGED";
}
