import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api-client";
import type { Order, PlacedOrder } from "@/lib/api-types";
import { pollDelay } from "@/features/orders/poll-delay";

/** One order as its receipt lets a guest read it, asked again until it is settled. */
export function orderQuery(orderId: string, receipt: PlacedOrder | undefined) {
  return queryOptions({
    queryKey: ["orders", orderId],
    queryFn: async ({ signal }): Promise<Order> => {
      const { data } = await api.get("/orders/{id}", {
        path: { id: orderId },
        receiptToken: receipt?.receiptToken,
        signal,
      });
      return data;
    },
    enabled: receipt !== undefined,
    refetchInterval: (query) => pollDelay(query.state.data, query.state.dataUpdateCount),
  });
}
