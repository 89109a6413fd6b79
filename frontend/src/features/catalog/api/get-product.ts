import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api-client";
import type { Product } from "@/lib/api-types";

const REFRESH_MS = 10_000;

export function productQuery(productId: string) {
  return queryOptions({
    queryKey: ["products", "one", productId],
    queryFn: ({ signal }) => getProduct(productId, signal),
    refetchInterval: REFRESH_MS,
  });
}

export async function getProduct(productId: string, signal?: AbortSignal): Promise<Product> {
  const { data } = await api.get("/products/{id}", { path: { id: productId }, signal });
  return data;
}
