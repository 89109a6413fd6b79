import type { DescribedProduct, Product } from "@/lib/api-types";

export const rtx4090 = {
  id: "rtx-4090",
  name: "RTX 4090 GPU",
  price: 1599.99,
  originalPrice: 1999.99,
  discount: 20,
  description: "24 GB of memory and three quiet fans.",
  category: "graphics-cards",
  image: "/images/products/rtx-4090.svg",
  stock: 500,
  currency: "USD",
  limitPerCustomer: null,
  sale: null,
  version: 1,
  createdAt: "2025-11-01T09:00:00.000Z",
} satisfies Product;

export const earbuds = {
  ...rtx4090,
  id: "pulse-earbuds",
  name: "Pulse Wireless Earbuds",
  price: 59,
  originalPrice: 149,
  discount: 60,
  category: "audio",
  stock: 50,
} satisfies Product;

export const soldOutController = {
  ...rtx4090,
  id: "orbit-controller",
  name: "Orbit Wireless Controller",
  price: 64.99,
  originalPrice: null,
  discount: 0,
  category: "peripherals",
  stock: 0,
} satisfies Product;

/** As the staff reads a product whose price before and limit are those that shoppers see. */
export function describedAs({
  stock: _,
  discount: __,
  originalPrice,
  limitPerCustomer,
  sale: ___,
  ...said
}: Product): DescribedProduct {
  return {
    ...said,
    ...(originalPrice && { originalPrice }),
    ...(limitPerCustomer && { limitPerCustomer }),
    currency: "USD",
  };
}
