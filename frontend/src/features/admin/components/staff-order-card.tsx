import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { Button } from "@/components/ui/button";
import { StatusBadge } from "@/components/ui/status-badge";
import type { OrderAction } from "@/features/admin/api/move-order";
import { showOrder } from "@/features/admin/api/staff-orders";
import { OrderActionDialog } from "@/features/admin/components/order-action-dialog";
import { ACTION_LABELS, actionsFor } from "@/features/admin/order-actions";
import { words } from "@/features/admin/words";
import type { StaffOrder } from "@/lib/api-types";
import { formatMoment, formatTime } from "@/lib/format-time";
import { formatMoney } from "@/lib/money";
import { showToast } from "@/lib/toasts";
import { useFocusKept } from "@/lib/use-focus-kept";

interface StaffOrderCardProps {
  order: StaffOrder;
  /** Reads the list again, where an order turned out to stand otherwise. */
  onStale: () => void;
}

export function StaffOrderCard({ order, onStale }: StaffOrderCardProps) {
  const queryClient = useQueryClient();
  const [doing, setDoing] = useState<OrderAction | null>();
  const [open, setOpen] = useState(false);
  const titleId = `order-${order.orderId}`;
  // What is done cannot be done again: its button is gone.
  const title = useFocusKept<HTMLHeadingElement>(doing === undefined ? null : [order.status, doing].join(" "));
  return (
    <article aria-labelledby={titleId} className="rounded-2xl border border-slate-200 bg-white p-4 shadow-xs sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 ref={title} id={titleId} tabIndex={-1} className="font-semibold break-all">
              {order.customerEmail ?? "No address"}
            </h2>
            <StatusBadge status={order.status} />
            {order.fraud.decision === "REVIEW" && order.status === "RESERVED" && (
              <span className="rounded-full bg-amber-50 px-2.5 py-0.5 text-xs font-semibold text-amber-900">
                Needs review
              </span>
            )}
          </div>
          <p className="mt-1 text-sm text-slate-700">
            {order.items.map((item) => `${item.name} × ${item.quantity}`).join(", ")}
          </p>
          <p className="mt-1 text-sm text-slate-600 tabular-nums">
            <time dateTime={order.createdAt}>{formatMoment(order.createdAt)}</time> ·{" "}
            {formatMoney(order.totalAmount, order.currency)}
            {order.refunded > 0 && ` · ${formatMoney(order.refunded, order.currency)} refunded`}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {actionsFor(order).map((action, index) => (
            <Button
              key={action}
              look={index === 0 ? "primary" : "quiet"}
              aria-describedby={titleId}
              onClick={() => setDoing(action)}
            >
              {ACTION_LABELS[action].label}
            </Button>
          ))}
        </div>
      </div>
      <button
        type="button"
        aria-expanded={open}
        aria-describedby={titleId}
        className="mt-2 -ml-2 inline-flex min-h-9 items-center gap-1.5 rounded-lg px-2 text-sm font-medium text-slate-700 hover:bg-slate-100"
        onClick={() => setOpen(!open)}
      >
        <ChevronDown aria-hidden className={`size-4 transition ${open ? "rotate-180" : ""}`} />
        Details
      </button>
      {open && <OrderDetails order={order} />}
      {doing && (
        <OrderActionDialog
          order={order}
          action={doing}
          onClose={() => setDoing(null)}
          onStale={onStale}
          onDone={(moved) => {
            setDoing(null);
            showOrder(queryClient, moved);
            showToast({ tone: "good", text: ACTION_LABELS[doing].done });
          }}
        />
      )}
    </article>
  );
}

function OrderDetails({ order }: { order: StaffOrder }) {
  const facts = [
    ["Order", order.orderId],
    ["Payment", words(order.payment.status)],
    ["Can be refunded", formatMoney(order.refundable, order.currency)],
    ["Units", words(order.stock)],
    ["Fraud check", `${words(order.fraud.decision)}, score ${order.fraud.score}`],
    ["Rules that spoke", order.fraud.rules.join(", ") || "None"],
    ...(order.reason ? [["Reason", words(order.reason)]] : []),
  ] as const;
  return (
    <div className="mt-3 grid gap-6 border-t border-slate-200 pt-4 text-sm md:grid-cols-2">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-slate-600">{name}</dt>
            <dd className="min-w-0 font-medium break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <ol className="space-y-1.5" aria-label="History">
        {order.history.map((entry, index) => (
          <li key={index} className="flex justify-between gap-4">
            <span>
              {words(entry.type)}
              {entry.reason ? `: ${words(entry.reason)}` : ""}
              {entry.amount ? `: ${formatMoney(entry.amount, order.currency)}` : ""}
            </span>
            <time dateTime={entry.at} className="text-slate-600 tabular-nums">
              {formatTime(entry.at)}
            </time>
          </li>
        ))}
      </ol>
    </div>
  );
}
