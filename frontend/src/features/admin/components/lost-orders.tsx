import { words } from "@/features/admin/words";
import type { DaySales } from "@/lib/api-types";

export function LostOrders({ reasons }: { reasons: DaySales["reasons"] }) {
  const most = Math.max(...reasons.map(({ orders }) => orders));
  return (
    <section
      aria-labelledby="lost-orders"
      className="rounded-2xl border border-slate-200 bg-white p-4 shadow-xs sm:p-5"
    >
      <h2 id="lost-orders" className="font-semibold">
        Why orders came to nothing
      </h2>
      <ul className="mt-3 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {reasons.map(({ status, reason, orders }) => (
          <li key={`${status} ${reason}`} className="text-sm">
            <span className="flex justify-between gap-4">
              <span>
                {words(reason)} <span className="text-slate-600">({status.toLowerCase()})</span>
              </span>
              <span className="font-semibold tabular-nums">{orders}</span>
            </span>
            <svg
              aria-hidden
              viewBox={`0 0 ${most} 1`}
              preserveAspectRatio="none"
              className="mt-1.5 block h-1.5 w-full rounded-full bg-slate-100"
            >
              <rect width={orders} height={1} className="fill-red-600" />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}
