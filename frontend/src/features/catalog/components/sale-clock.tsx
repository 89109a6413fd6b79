import { Timer } from "lucide-react";
import { clockText, spokenLeft } from "@/features/catalog/sale";
import type { Sale } from "@/lib/api-types";
import { useServerNow } from "@/lib/use-server-now";

interface SaleClockProps {
  sale: Sale;
  /** Whether it is told to screen readers as it passes a threshold; for the one clock that a page is about. */
  spoken?: boolean;
  className?: string;
}

/** Until when, by the shop's clock and not by the shopper's. */
export function SaleClock({ sale, spoken = false, className = "" }: SaleClockProps) {
  const now = useServerNow();
  const upcoming = sale.phase === "UPCOMING";
  const end = upcoming ? sale.startsAt : sale.endsAt;
  const left = Date.parse(end) - now;
  const words = upcoming ? "Starts in" : "Ends in";
  const told = spokenLeft(left);
  return (
    <div className={className}>
      <p role="timer" className="flex items-center gap-1.5 text-sm font-semibold text-slate-900 tabular-nums">
        <Timer aria-hidden className="size-4 shrink-0 text-blue-600" />
        {words} <time dateTime={end}>{clockText(left)}</time>
      </p>
      {spoken && (
        <p role="status" className="sr-only">
          {told && `The sale ${upcoming ? "starts" : "ends"} in ${told}.`}
        </p>
      )}
    </div>
  );
}
