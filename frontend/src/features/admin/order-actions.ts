import type { OrderAction } from "@/features/admin/api/move-order";
import type { OrderStatus, StaffOrder } from "@/lib/api-types";

const REFUNDABLE: OrderStatus[] = ["CONFIRMED", "SHIPPED", "DELIVERED", "RETURN_REQUESTED", "RETURNED"];

/** What the shop will let staff do with an order as it stands; the most likely first. */
export function actionsFor({ status, payment, fraud, refundable }: StaffOrder): OrderAction[] {
  const actions: OrderAction[] = [];
  if (status === "RESERVED" && fraud.decision === "REVIEW") actions.push("approve", "reject");
  if (status === "CONFIRMED" && payment.status === "CAPTURED") actions.push("ship");
  if (status === "SHIPPED") actions.push("deliver");
  if (status === "RETURN_REQUESTED") actions.push("receive-return");
  if (REFUNDABLE.includes(status) && payment.status === "CAPTURED" && refundable > 0) actions.push("refund");
  return actions;
}

export const ACTION_LABELS: Record<OrderAction, { label: string; title: string; busy: string; done: string }> = {
  ship: { label: "Ship", title: "Ship this order", busy: "Shipping…", done: "The order is shipped." },
  deliver: {
    label: "Mark delivered",
    title: "The parcel has arrived",
    busy: "Saving…",
    done: "The order is delivered.",
  },
  refund: { label: "Refund", title: "Refund this order", busy: "Refunding…", done: "The refund is on its way." },
  "receive-return": {
    label: "Take return in",
    title: "Take the return in",
    busy: "Saving…",
    done: "The return is taken in.",
  },
  approve: { label: "Approve", title: "Approve this order", busy: "Approving…", done: "The order is approved." },
  reject: { label: "Reject", title: "Reject this order", busy: "Rejecting…", done: "The order is rejected." },
};
