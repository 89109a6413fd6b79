import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api-client";
import type { Category } from "@/lib/api-types";

export const categoriesQuery = queryOptions({
  queryKey: ["categories"],
  queryFn: async ({ signal }): Promise<Category[]> => (await api.get("/categories", { signal })).data,
  staleTime: 5 * 60_000,
});
