import type { Sale } from "@/lib/api-types";

/** How much of a running sale is gone. */
export function SaleBar({ sale }: { sale: Sale }) {
  const left = sale.unitsLeft ?? sale.units;
  const share = Math.min(100, Math.max(0, (left / sale.units) * 100));
  return (
    <div>
      <svg
        aria-hidden
        viewBox="0 0 100 2"
        preserveAspectRatio="none"
        className="h-2 w-full overflow-hidden rounded-full bg-slate-200"
      >
        <rect width={share} height="2" className={left > 0 && share <= 20 ? "fill-red-600" : "fill-blue-600"} />
      </svg>
      <p
        className={`mt-1.5 text-sm font-medium tabular-nums ${left > 0 && share <= 20 ? "text-red-600" : "text-slate-700"}`}
      >
        {left > 0 ? `${left} of ${sale.units} left at this price` : `All ${sale.units} are gone`}
      </p>
    </div>
  );
}
