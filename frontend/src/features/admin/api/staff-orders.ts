import { infiniteQueryOptions, type InfiniteData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { type Answer, api } from "@/lib/api-client";
import type { RecordedStatus, StaffOrder } from "@/lib/api-types";

const PAGE = 20;
const MOST_PER_PAGE = 100;
const REFRESH_MS = 15_000;

export interface OrderFilters {
  status: RecordedStatus | null;
  customerEmail: string;
  /** A day in UTC, as `2026-11-27`. */
  day: string;
}

type OrderPage = Answer<StaffOrder[]>;

export function staffOrdersQuery(filters: OrderFilters) {
  return infiniteQueryOptions({
    queryKey: ["staff", "orders", filters],
    queryFn: ({ pageParam, signal }) => readPage({ ...filters, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The orders that the fraud rules left to a person, the longest waiting first. */
export const reviewsQuery = queryOptions({
  queryKey: ["staff", "reviews"],
  queryFn: async ({ signal }): Promise<StaffOrder[]> => {
    const waiting: StaffOrder[] = [];
    let cursor: string | null = null;
    do {
      const page: OrderPage = await readPage({ status: "RESERVED", limit: MOST_PER_PAGE, cursor }, signal);
      waiting.push(...page.data.filter((order) => order.fraud.decision === "REVIEW"));
      cursor = page.nextCursor;
    } while (cursor);
    return waiting.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  },
  refetchInterval: REFRESH_MS,
});

/** For administrators a list has all that staff may see of each order. */
async function readPage(
  query: Partial<OrderFilters> & { limit: number; cursor: string | null },
  signal: AbortSignal,
): Promise<OrderPage> {
  return (await api.get("/orders", { query, signedIn: true, signal })) as OrderPage;
}

/** Puts an order as it stands now into the lists that show it. */
export function showOrder(queryClient: QueryClient, order: StaffOrder): void {
  queryClient.setQueriesData<InfiniteData<OrderPage>>(
    { queryKey: ["staff", "orders"] },
    (lists) =>
      lists && {
        ...lists,
        pages: lists.pages.map((page) => ({
          ...page,
          data: page.data.map((known) => (known.orderId === order.orderId ? { ...known, ...order } : known)),
        })),
      },
  );
  queryClient.setQueryData<StaffOrder[]>(reviewsQuery.queryKey, (waiting) =>
    waiting?.filter((known) => known.orderId !== order.orderId || order.fraud.decision === "REVIEW"),
  );
}
