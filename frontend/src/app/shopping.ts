import type { Product } from "@/lib/api-types";

/** What a shopper can do with a product wherever it is shown. */
export interface Shopping {
  onBuy: (product: Product) => void;
  onAdd: (product: Product) => void;
}
