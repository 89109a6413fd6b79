import { Link } from "react-router";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { Skeleton } from "@/components/ui/skeleton";
import { RECORDED_STATUSES, StatusBadge, statusLabel } from "@/components/ui/status-badge";
import { ownOrdersQuery } from "@/features/account/api/own-orders";
import { ApiError } from "@/lib/api-client";
import type { ListedOrder } from "@/lib/api-types";
import { formatDay } from "@/lib/format-time";
import { formatMoney } from "@/lib/money";
import type { Customer } from "@/lib/session";

const FILTERS = [
  { value: "", label: "All orders" },
  ...RECORDED_STATUSES.map((value) => ({ value, label: statusLabel(value) })),
];

interface OwnOrdersProps {
  customer: Customer;
  status: string | null;
  onStatus: (status: string | null) => void;
  onOpen: (order: ListedOrder) => void;
}

export function OwnOrders({ customer, status, onStatus, onOpen }: OwnOrdersProps) {
  const wanted = RECORDED_STATUSES.find((known) => known === status);
  const query = useInfiniteQuery(ownOrdersQuery(customer.id, wanted ?? null, customer.email));
  return (
    <section aria-labelledby="own-orders" className="mt-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h2 id="own-orders" className="text-xl font-bold tracking-tight">
          Your orders
        </h2>
        <SelectField
          label="Show"
          className="w-full sm:w-52"
          value={wanted ?? ""}
          options={FILTERS}
          onChange={(event) => onStatus(event.target.value || null)}
        />
      </div>
      {renderOrders()}
    </section>
  );

  function renderOrders() {
    if (query.data) {
      return (
        <>
          <p role="status" className="sr-only">
            {counted(query.data.length, query.hasNextPage)}
          </p>
          {query.data.length === 0 ? (
            query.hasNextPage ? (
              <p className="mt-4 text-slate-600">None of your newest orders match; older ones may.</p>
            ) : (
              <Nothing filtered={wanted !== undefined} />
            )
          ) : (
            <Orders orders={query.data} onOpen={onOpen} />
          )}
          {query.hasNextPage && (
            <Button
              look="quiet"
              className="mt-4 w-full"
              busy={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {query.data.length === 0 ? "Look further back" : "Show more orders"}
            </Button>
          )}
        </>
      );
    }
    if (query.isPending) return <OrdersSkeleton />;
    return (
      <div role="alert" className="mt-4">
        {query.error instanceof ApiError && query.error.code === "EMAIL_NOT_VERIFIED" ? (
          <Notice tone="note" title="Your address is not confirmed yet">
            Confirm it with the code that we mailed, then sign in again to see its orders.
          </Notice>
        ) : (
          <Notice tone="wait" title="We cannot reach your orders at the moment">
            <p>They are safe. Try again in a moment.</p>
            <Button look="quiet" className="mt-3" busy={query.isFetching} onClick={() => void query.refetch()}>
              Try again
            </Button>
          </Notice>
        )}
      </div>
    );
  }
}

function counted(count: number, more: boolean): string {
  if (count === 0) return more ? "No orders so far" : "No orders";
  return `${count === 1 ? "1 order" : `${count} orders`}${more ? ", and there are more" : ""}`;
}

function Orders({ orders, onOpen }: { orders: ListedOrder[]; onOpen: (order: ListedOrder) => void }) {
  return (
    <ul className="mt-4 space-y-3">
      {orders.map((order) => (
        <li
          key={order.orderId}
          className="relative flex items-center gap-4 rounded-2xl border border-slate-200 bg-white p-4 shadow-xs transition hover:border-slate-300 hover:shadow-md sm:p-5"
        >
          <div className="min-w-0 grow">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                to={`/orders/${order.orderId}`}
                onClick={() => onOpen(order)}
                className="font-semibold after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-blue-600"
              >
                {summary(order)}
              </Link>
              <StatusBadge status={order.status} />
            </div>
            <p className="mt-1 text-sm text-slate-600 tabular-nums">
              {formatDay(order.createdAt)} · {formatMoney(order.totalAmount, order.currency)}
            </p>
          </div>
          <ChevronRight aria-hidden className="size-5 shrink-0 text-slate-500" />
        </li>
      ))}
    </ul>
  );
}

/** "RTX 4090 GPU × 2 and 1 more" */
function summary({ items: [first, ...others] }: ListedOrder): string {
  if (!first) return "Order";
  const line = first.quantity > 1 ? `${first.name} × ${first.quantity}` : first.name;
  return others.length > 0 ? `${line} and ${others.length} more` : line;
}

function Nothing({ filtered }: { filtered: boolean }) {
  return (
    <div className="mt-4 rounded-2xl border border-dashed border-slate-300 p-8 text-center text-slate-600">
      <p>{filtered ? "No order stands like this." : "You have not ordered anything with this address yet."}</p>
      {!filtered && (
        <Link
          to="/"
          className="mt-2 inline-flex min-h-6 items-center font-medium text-blue-700 underline underline-offset-4"
        >
          Go to the shop
        </Link>
      )}
    </div>
  );
}

function OrdersSkeleton() {
  return (
    <div aria-busy className="mt-4 space-y-3">
      <p role="status" className="sr-only">
        Loading your orders
      </p>
      {[0, 1, 2].map((each) => (
        <Skeleton key={each} className="h-21 rounded-2xl" />
      ))}
    </div>
  );
}
