import { ChevronDown } from "lucide-react";
import { scaleFor } from "@/features/admin/scale";
import type { DaySales } from "@/lib/api-types";
import { formatMoney } from "@/lib/money";

const HEIGHT = 100;
const BAR = 0.7;
const LABEL_EVERY = 3;

/** What was sold in each hour: a picture for the eye, its words for who does not see it, and the numbers as a table. */
export function SalesChart({ sales }: { sales: DaySales }) {
  const { hours, currency } = sales;
  const top = scaleFor(Math.max(...hours.map(({ revenue }) => revenue)));
  const heightOf = (revenue: number) => (revenue / top) * HEIGHT;
  return (
    <figure className="rounded-2xl border border-slate-200 bg-white p-4 shadow-xs sm:p-5">
      <figcaption className="font-semibold">Sold by the hour (UTC)</figcaption>
      <div className="mt-5 grid grid-cols-[auto_1fr] gap-x-2 text-xs text-slate-600 tabular-nums">
        <div aria-hidden className="-my-2 flex flex-col justify-between text-right">
          {[top, top / 2, 0].map((amount) => (
            <span key={amount}>{formatShort(amount, currency)}</span>
          ))}
        </div>
        <svg
          role="img"
          aria-label={inWords(sales)}
          viewBox={`0 0 ${hours.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-48 w-full sm:h-64"
        >
          {[0, HEIGHT / 2, HEIGHT].map((y) => (
            <line
              key={y}
              x1={0}
              x2={hours.length}
              y1={y}
              y2={y}
              vectorEffect="non-scaling-stroke"
              className="stroke-slate-200"
            />
          ))}
          {hours.map(({ hour, revenue }) => (
            <rect
              key={hour}
              x={hour + (1 - BAR) / 2}
              y={HEIGHT - heightOf(revenue)}
              width={BAR}
              height={heightOf(revenue)}
              className="fill-blue-600"
            >
              <title>{`${clock(hour)}: ${formatMoney(revenue, currency)}`}</title>
            </rect>
          ))}
        </svg>
        <div aria-hidden className="col-start-2 mt-1.5 grid grid-cols-24">
          {hours.map(({ hour }) => (
            <span key={hour} className="flex justify-center">
              {hour % LABEL_EVERY === 0 && String(hour).padStart(2, "0")}
            </span>
          ))}
        </div>
      </div>
      <HoursTable sales={sales} />
    </figure>
  );
}

function HoursTable({ sales: { hours, currency } }: { sales: DaySales }) {
  return (
    <details className="group mt-4 border-t border-slate-200 pt-2">
      <summary className="-ml-2 inline-flex min-h-9 cursor-pointer list-none items-center gap-1.5 rounded-lg px-2 text-sm font-medium text-slate-700 hover:bg-slate-100 [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden className="size-4 transition group-open:rotate-180" />
        As a table
      </summary>
      <table className="mt-2 w-full text-right text-sm tabular-nums">
        <thead className="text-slate-600">
          <tr>
            <th scope="col" className="py-1.5 text-left font-medium">
              Hour
            </th>
            <th scope="col" className="font-medium">
              Orders
            </th>
            <th scope="col" className="font-medium">
              Confirmed
            </th>
            <th scope="col" className="font-medium">
              Sold
            </th>
          </tr>
        </thead>
        <tbody>
          {hours.map(({ hour, orders, confirmed, revenue }) => (
            <tr key={hour} className="border-t border-slate-100">
              <th scope="row" className="py-1.5 text-left font-normal">
                {clock(hour)}
              </th>
              <td>{orders}</td>
              <td>{confirmed}</td>
              <td>{formatMoney(revenue, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function inWords({ hours, totals, currency }: DaySales): string {
  const best = hours.reduce((most, each) => (each.revenue > most.revenue ? each : most));
  if (best.revenue === 0) return "Nothing was sold in any hour.";
  const total = formatMoney(totals.revenue, currency);
  return `${total} sold, most of it in the hour from ${clock(best.hour)}: ${formatMoney(best.revenue, currency)}.`;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

function formatShort(amount: number, currency: string): string {
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
  }).format(amount);
}
