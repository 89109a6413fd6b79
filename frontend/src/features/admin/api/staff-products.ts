import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api-client";
import type { CreatedProduct, DescribedProduct, ProductDescription, Stock, StockBooks } from "@/lib/api-types";

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

/** As it stands now and as it was described: what shoppers are shown is what its sale makes of it, some seconds ago. */
export async function readProduct(productId: string, signal?: AbortSignal): Promise<DescribedProduct> {
  return (await api.get("/products/{id}/description", { path: { id: productId }, signedIn: true, signal })).data;
}

export async function createProduct(id: string, description: ProductDescription): Promise<CreatedProduct> {
  return (await api.post("/products", { body: { id, ...description }, signedIn: true })).data;
}

export async function updateProduct(
  id: string,
  version: number,
  description: ProductDescription,
): Promise<DescribedProduct> {
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
