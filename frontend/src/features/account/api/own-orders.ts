import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api-client";
import type { ListedOrder, RecordedStatus } from "@/lib/api-types";

const PAGE = 10;

/** The signed-in customer's orders, newest first. The customer is in the key: nobody meets another's answers. */
export function ownOrdersQuery(customerId: string, status: RecordedStatus | null, customerEmail: string) {
  return infiniteQueryOptions({
    queryKey: ["own-orders", customerId, status],
    queryFn: ({ pageParam, signal }) =>
      api.get("/orders", { query: { status, customerEmail, limit: PAGE, cursor: pageParam }, signedIn: true, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }): ListedOrder[] => pages.flatMap((page) => page.data),
  });
}
