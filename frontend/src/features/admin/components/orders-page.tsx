import { type SubmitEvent, useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { RECORDED_STATUSES, statusLabel } from "@/components/ui/status-badge";
import { EmailField } from "@/components/ui/email-field";
import { TextField } from "@/components/ui/text-field";
import { type OrderFilters, staffOrdersQuery } from "@/features/admin/api/staff-orders";
import { ListFailed, ListSkeleton, NothingHere } from "@/features/admin/components/list-states";
import { StaffOrderCard } from "@/features/admin/components/staff-order-card";
import { useDraft } from "@/features/admin/use-draft";
import type { RecordedStatus } from "@/lib/api-types";
import { asSent, emailProblem } from "@/lib/email-problem";

const STATUSES = [
  { value: "", label: "Any" },
  ...RECORDED_STATUSES.map((value) => ({ value, label: statusLabel(value) })),
];

interface OrdersPageProps {
  filters: OrderFilters;
  onFilter: (filters: OrderFilters) => void;
}

export function OrdersPage({ filters, onFilter }: OrdersPageProps) {
  const query = useInfiniteQuery(staffOrdersQuery(filters));
  const orders = query.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      <h1 tabIndex={-1} className="text-3xl font-bold tracking-tight">
        Orders
      </h1>
      <FilterForm filters={filters} onFilter={onFilter} />
      {query.isPending && <ListSkeleton />}
      {query.isError && !query.data && (
        <ListFailed error={query.error} busy={query.isFetching} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <>
          <p role="status" className="mt-6 text-sm text-slate-600">
            {orders.length === 1 ? "1 order" : `${orders.length} orders`}
            {query.hasNextPage && " so far"}
            {(filters.customerEmail || filters.status !== "REJECTED") && ", newest first"}
          </p>
          {orders.length === 0 && (
            <NothingHere>
              {query.hasNextPage ? "None of the newest orders match; older ones may." : "No orders match."}
            </NothingHere>
          )}
          <div className="mt-3 space-y-3">
            {orders.map((order) => (
              <StaffOrderCard key={order.orderId} order={order} onStale={() => void query.refetch()} />
            ))}
          </div>
          {query.hasNextPage && (
            <Button
              look="quiet"
              className="mt-4 w-full"
              busy={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {orders.length === 0 ? "Look further back" : "Show more orders"}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function FilterForm({ filters, onFilter }: OrdersPageProps) {
  const [wanted, setWanted] = useDraft(filters);
  const [error, setError] = useState<string>();

  function apply(event: SubmitEvent) {
    event.preventDefault();
    const customerEmail = asSent(wanted.customerEmail);
    const wrong = customerEmail === "" ? undefined : emailProblem(customerEmail);
    setError(wrong);
    if (wrong) return document.getElementById("order-email")?.focus();
    onFilter({ ...wanted, customerEmail });
  }

  return (
    <form
      noValidate
      onSubmit={apply}
      className="mt-5 grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-[12rem_1fr_12rem_auto]"
    >
      <SelectField
        label="State"
        options={STATUSES}
        value={wanted.status ?? ""}
        onChange={(event) => setWanted({ ...wanted, status: (event.target.value || null) as RecordedStatus | null })}
      />
      <EmailField
        id="order-email"
        autoComplete="off"
        value={wanted.customerEmail}
        error={error}
        onChange={(event) => setWanted({ ...wanted, customerEmail: event.target.value })}
      />
      <TextField
        label="Day (UTC)"
        type="date"
        value={wanted.day}
        onChange={(event) => setWanted({ ...wanted, day: event.target.value })}
      />
      <Button type="submit" size="large" className="lg:mt-6.5">
        Filter
      </Button>
    </form>
  );
}
