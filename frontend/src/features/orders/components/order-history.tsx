import { formatDay, formatTime } from "@/lib/format-time";
import { historyLabel } from "@/features/orders/order-status-text";
import type { Order } from "@/lib/api-types";

export function OrderHistory({ order }: { order: Order }) {
  const entries = [
    ...(order.createdAt ? [{ label: "Order placed", at: order.createdAt }] : []),
    ...(order.history ?? []).map((entry) => ({ label: historyLabel(entry.type), at: entry.at })),
  ];
  return (
    <section aria-labelledby="order-history" className="rounded-3xl border border-slate-200 bg-white p-6 shadow-xs">
      <h2 id="order-history" className="font-semibold">
        History
      </h2>
      {order.createdAt && <p className="text-sm text-slate-600">{formatDay(order.createdAt)}</p>}
      <ol className="mt-4 space-y-2.5 text-sm">
        {entries.map((entry, index) => (
          <li key={index} className="flex items-baseline justify-between gap-4">
            <span>{entry.label}</span>
            <time dateTime={entry.at} className="text-slate-600 tabular-nums">
              {formatTime(entry.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
