import { infiniteQueryOptions, type InfiniteData, queryOptions } from "@tanstack/react-query";
import { api, type Answer } from "@/lib/api-client";
import type { Product } from "@/lib/api-types";
import type { ProductFilters } from "@/features/catalog/product-filters";

const REFRESH_MS = 15_000;
const PER_PAGE = 24;
const MOST_PER_PAGE = 100;

/** What the filters leave, page by page. */
export function productListQuery({ q, category, minPrice, maxPrice, inStock, sort }: ProductFilters) {
  const query = {
    q: q.trim(),
    category,
    minPrice: minPrice ? Number(minPrice) : null,
    maxPrice: maxPrice ? Number(maxPrice) : null,
    inStock: inStock || null,
    sort,
  };
  return infiniteQueryOptions({
    queryKey: ["products", "list", query],
    queryFn: ({ pageParam, signal }): Promise<Answer<Product[]>> =>
      api.get("/products", { query: { ...query, limit: PER_PAGE, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: REFRESH_MS,
  });
}

/** No product twice: one may have moved on to the next page since the page before it was read. */
export function productsOf(data: InfiniteData<Answer<Product[]>>): Product[] {
  const seen = new Map<string, Product>();
  for (const product of data.pages.flatMap((page) => page.data)) {
    if (!seen.has(product.id)) seen.set(product.id, product);
  }
  return [...seen.values()];
}

/** The best discounts of the whole shop, among which its sales are looked for. */
export const dealsQuery = queryOptions({
  queryKey: ["products", "deals"],
  queryFn: async ({ signal }): Promise<Product[]> =>
    (await api.get("/products", { query: { sort: "discount", limit: MOST_PER_PAGE }, signal })).data,
  refetchInterval: REFRESH_MS,
});

/** What else there is of this kind and can be had now. */
export function similarQuery({ id, category }: { id: string; category: string }) {
  return queryOptions({
    queryKey: ["products", "similar", category],
    queryFn: async ({ signal }): Promise<Product[]> =>
      (await api.get("/products", { query: { category, inStock: true, sort: "discount", limit: 5 }, signal })).data,
    select: (products) => products.filter((product) => product.id !== id).slice(0, 4),
    staleTime: 30_000,
  });
}
