import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api-client";
import type { ProductDescription, ShelfProduct, Stock, StockBooks } from "@/lib/api-types";

const PAGE = 24;

export function staffProductsQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ["staff", "products", q],
    queryFn: ({ pageParam, signal }) =>
      api.get("/products", { query: { q, sort: "name", limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Not renewed by itself: whoever edits a product goes on from the version that the form was filled with. */
export function staffProductQuery(productId: string) {
  return queryOptions({
    queryKey: ["staff", "product", productId],
    queryFn: ({ signal }) => readProduct(productId, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
}

async function readProduct(productId: string, signal?: AbortSignal): Promise<ShelfProduct> {
  return (await api.get("/products/{id}", { path: { id: productId }, signal })).data;
}

const LOOKS = 15;
const BETWEEN_LOOKS_MS = 1_000;

/**
 * The product from a version on. The catalogue is remembered for some seconds on its way here, so right after a change
 * it may still be told as it was.
 */
export async function readProductFrom(productId: string, version: number): Promise<ShelfProduct> {
  for (let look = 1; ; look += 1) {
    const product = await readProduct(productId);
    if (product.version >= version || look === LOOKS) return product;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}

export async function createProduct(id: string, description: ProductDescription): Promise<ShelfProduct> {
  return (await api.post("/products", { body: { id, ...description }, signedIn: true })).data;
}

export async function updateProduct(
  id: string,
  version: number,
  description: ProductDescription,
): Promise<ShelfProduct> {
  const options = { path: { id }, ifMatch: `"${version}"`, body: description, signedIn: true };
  return (await api.put("/products/{id}", options)).data;
}

export async function deleteProduct(id: string, version: number): Promise<void> {
  await api.delete("/products/{id}", { path: { id }, ifMatch: `"${version}"`, signedIn: true });
}

export function stockQuery(productId: string) {
  return queryOptions({
    queryKey: ["staff", "stock", productId],
    queryFn: async ({ signal }): Promise<StockBooks> =>
      (await api.get("/products/{id}/stock", { path: { id: productId }, signedIn: true, signal })).data,
  });
}

export type StockRequest = { available: number; expected: number; reason: string } | { adjust: number; reason: string };

export async function changeStock(id: string, body: StockRequest, idempotencyKey: string): Promise<Stock> {
  return (await api.put("/products/{id}/stock", { path: { id }, body, idempotencyKey, signedIn: true })).data;
}

/** The shop and the staff's lists read the catalogue again. */
export function forgetCatalogue(queryClient: QueryClient): void {
  void queryClient.invalidateQueries({ queryKey: ["products"] });
  void queryClient.invalidateQueries({ queryKey: ["staff", "products"] });
}
