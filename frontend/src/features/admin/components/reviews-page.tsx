import { useQuery } from "@tanstack/react-query";
import { reviewsQuery } from "@/features/admin/api/staff-orders";
import { ListFailed, ListSkeleton, NothingHere } from "@/features/admin/components/list-states";
import { StaffOrderCard } from "@/features/admin/components/staff-order-card";

export function ReviewsPage() {
  const { data, error, isPending, isFetching, refetch } = useQuery(reviewsQuery);
  return (
    <>
      <h1 tabIndex={-1} className="text-3xl font-bold tracking-tight">
        Fraud review
      </h1>
      <p className="mt-1 text-slate-600">
        Orders that the rules left to a person. Their units are held until somebody decides.
      </p>
      {isPending && <ListSkeleton />}
      {error && !data && <ListFailed error={error} busy={isFetching} onRetry={() => void refetch()} />}
      {data && (
        <>
          <p role="status" className="mt-6 text-sm text-slate-600">
            {data.length === 1 ? "1 order waits" : `${data.length} orders wait`}
          </p>
          {data.length === 0 && <NothingHere>Nothing waits for a decision.</NothingHere>}
          <div className="mt-3 space-y-3">
            {data.map((order) => (
              <StaffOrderCard key={order.orderId} order={order} onStale={() => void refetch()} />
            ))}
          </div>
        </>
      )}
    </>
  );
}
