import { queryOptions } from "@tanstack/react-query";
import { api, type Answer } from "@/lib/api-client";
import type { Product } from "@/lib/api-types";

const REFRESH_MS = 15_000;

export const productsQuery = queryOptions({
  queryKey: ["products"],
  queryFn: ({ signal }) => getProducts(signal),
  refetchInterval: REFRESH_MS,
});

async function getProducts(signal: AbortSignal): Promise<Product[]> {
  const products: Product[] = [];
  let cursor: string | null = null;
  do {
    const page: Answer<Product[]> = await api.get("/products", { query: { cursor }, signal });
    products.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor);
  return products.sort(byDeal);
}

/** The best deal first; independent of stock, so that a card keeps its place while it sells out. */
function byDeal(a: Product, b: Product): number {
  return b.discount - a.discount || b.price - a.price || a.id.localeCompare(b.id);
}
