import { useEffect, useRef } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { leaveCart, takeCartAlong } from "@/features/cart/api/move-cart";
import { forgetAccountReceipts } from "@/lib/account-receipts";
import { useCustomer } from "@/lib/session";
import "@/lib/session-in-tabs";

/** Keys of answers that were given to somebody signed in. */
const PERSONAL = ["own-orders", "staff"];

/** A customer's cart comes along when they sign in; when they go, what the shop told them goes too. */
export function SessionKeeper() {
  const customer = useCustomer();
  const queryClient = useQueryClient();
  const before = useRef(customer?.id);

  useEffect(() => {
    if (before.current === customer?.id) return;
    before.current = customer?.id;
    queryClient.removeQueries({ predicate: ({ queryKey: [area] }) => PERSONAL.includes(String(area)) });
    if (!customer) forgetAccountReceipts();
  }, [customer, queryClient]);

  // Also after a reload: where the guest's cart did not come along before, it does now. Once it did, nothing is asked.
  const customerId = customer?.id;
  useEffect(() => {
    const moved = customerId === undefined ? leaveCart(queryClient) : takeCartAlong(queryClient);
    moved.catch(() => undefined);
  }, [customerId, queryClient]);

  return null;
}
