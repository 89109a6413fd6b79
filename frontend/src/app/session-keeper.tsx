import { useEffect, useRef } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { returnReceipts } from "@/lib/receipts";
import { useCustomer } from "@/lib/session";

/** Keys of answers that were given to somebody signed in. */
const PERSONAL = ["own-orders", "staff"];

/** When the customer goes, what the shop told them goes too. */
export function SessionKeeper() {
  const customer = useCustomer();
  const queryClient = useQueryClient();
  const before = useRef(customer?.id);

  useEffect(() => {
    if (before.current === customer?.id) return;
    before.current = customer?.id;
    queryClient.removeQueries({ predicate: ({ queryKey: [area] }) => PERSONAL.includes(String(area)) });
    if (!customer) returnReceipts();
  }, [customer, queryClient]);

  return null;
}
