import type { Cart, OrderRequest } from "@/lib/api-types";

export type CartToOrder = Pick<Cart, "items" | "subtotal" | "tax" | "totalAmount" | "currency">;

/** What one submission sends: some units of one product, or a whole cart. */
export type Ordering =
  { kind: "product"; body: OrderRequest } | { kind: "cart"; cartId: string; cartToken: string; body: CheckoutBody };

export interface CheckoutBody {
  customerEmail: string;
  paymentToken?: string;
  /** What the shopper was shown; the shop refuses where it differs. */
  totalAmount: number;
}

export function sameOrdering(a: Ordering, b: Ordering): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
