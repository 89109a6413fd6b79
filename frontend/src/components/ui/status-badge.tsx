import type { OrderStatus, RecordedStatus } from "@/lib/api-types";

const LOOKS: Record<OrderStatus, { label: string; look: string }> = {
  PENDING: { label: "Placed", look: "bg-blue-50 text-blue-800" },
  RESERVED: { label: "Reserved", look: "bg-blue-50 text-blue-800" },
  CONFIRMED: { label: "Confirmed", look: "bg-green-50 text-green-800" },
  SHIPPED: { label: "Shipped", look: "bg-green-50 text-green-800" },
  DELIVERED: { label: "Delivered", look: "bg-green-50 text-green-800" },
  REJECTED: { label: "Rejected", look: "bg-red-50 text-red-800" },
  CANCELLED: { label: "Cancelled", look: "bg-red-50 text-red-800" },
  EXPIRED: { label: "Expired", look: "bg-red-50 text-red-800" },
  REFUNDED: { label: "Refunded", look: "bg-slate-100 text-slate-800" },
  RETURN_REQUESTED: { label: "Return requested", look: "bg-amber-50 text-amber-900" },
  RETURNED: { label: "Returned", look: "bg-slate-100 text-slate-800" },
};

export function StatusBadge({ status }: { status: OrderStatus }) {
  const { label, look } = LOOKS[status];
  return (
    <span className={`inline-block rounded-full px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap ${look}`}>
      {label}
    </span>
  );
}

/** The states that an order can be recorded in, in the sequence of its life, for filters. */
export const RECORDED_STATUSES = (Object.keys(LOOKS) as OrderStatus[]).filter(
  (status): status is RecordedStatus => status !== "PENDING",
);

export function statusLabel(status: OrderStatus): string {
  return LOOKS[status].label;
}
