import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api-client";
import type { DaySales } from "@/lib/api-types";

const REFRESH_MS = 15_000;

/** A day that is over changes no more, but for what is counted late. */
export function salesQuery(day: string, live: boolean) {
  return queryOptions({
    queryKey: ["staff", "sales", day],
    queryFn: async ({ signal }): Promise<DaySales> =>
      (await api.get("/sales/{day}", { path: { day }, signedIn: true, signal })).data,
    refetchInterval: live ? REFRESH_MS : false,
  });
}
