import { type SubmitEvent, useState } from "react";
import { Link } from "react-router";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { TextField } from "@/components/ui/text-field";
import { salesQuery } from "@/features/admin/api/staff-sales";
import { ListFailed, ListSkeleton, NothingHere } from "@/features/admin/components/list-states";
import { LostOrders } from "@/features/admin/components/lost-orders";
import { SalesChart } from "@/features/admin/components/sales-chart";
import { dayAfter, fullDay } from "@/features/admin/day";
import { useDraft } from "@/features/admin/use-draft";
import type { DaySales } from "@/lib/api-types";
import { formatMoney } from "@/lib/money";
import { useFocusKept } from "@/lib/use-focus-kept";

interface SalesPageProps {
  day: string;
  today: string;
  onChoose: (day: string) => void;
}

export function SalesPage({ day, today, onChoose }: SalesPageProps) {
  const live = day === today;
  const { data: sales, error, isPending, isFetching, refetch } = useQuery(salesQuery(day, live));
  const [stepped, setStepped] = useState(false);
  // Nothing leads on from today: the link that led there is gone.
  const title = useFocusKept<HTMLHeadingElement>(stepped ? day : null);
  return (
    <>
      <h1 ref={title} tabIndex={-1} className="text-3xl font-bold tracking-tight">
        Sales
      </h1>
      <div className="mt-5 flex flex-wrap items-end gap-3">
        <DayForm day={day} today={today} onChoose={onChoose} />
        <DayLinks day={day} today={today} onStep={() => setStepped(true)} />
      </div>
      {isPending && <ListSkeleton />}
      {error && !sales && <ListFailed error={error} busy={isFetching} onRetry={() => void refetch()} />}
      {sales && (
        <>
          <p role="status" className="mt-6 text-sm text-slate-600">
            {plural(sales.totals.orders, "order")} on {fullDay(day)}
            {live && ", so far; renewed every 15 seconds"}
          </p>
          {isEmpty(sales) ? (
            <NothingHere>{live ? "Nothing has happened yet today." : "Nothing happened on this day."}</NothingHere>
          ) : (
            <Sales sales={sales} />
          )}
        </>
      )}
    </>
  );
}

function DayForm({ day, today, onChoose }: SalesPageProps) {
  const [chosen, setChosen] = useDraft(day);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onChoose(chosen);
  };
  return (
    <form noValidate onSubmit={submit} className="flex grow items-end gap-3 sm:grow-0">
      <TextField
        label="Day (UTC)"
        type="date"
        max={today}
        className="grow"
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      />
      <Button type="submit" size="large">
        Show
      </Button>
    </form>
  );
}

const STEP = `${buttonClass({ look: "quiet", size: "large" })} h-12`;

/** Today has no day in its address: a page that is left open goes on with the next one. */
function DayLinks({ day, today, onStep }: { day: string; today: string; onStep: () => void }) {
  const next = dayAfter(day, 1);
  return (
    <nav aria-label="Days" className="flex grow gap-3 *:grow sm:grow-0">
      <Link to={`/admin/sales?day=${dayAfter(day, -1)}`} onClick={onStep} className={STEP}>
        <ChevronLeft aria-hidden className="-ml-1 size-4" />
        Day before
      </Link>
      {day < today && (
        <Link to={next === today ? "/admin/sales" : `/admin/sales?day=${next}`} onClick={onStep} className={STEP}>
          Day after
          <ChevronRight aria-hidden className="-mr-1 size-4" />
        </Link>
      )}
    </nav>
  );
}

function Sales({ sales }: { sales: DaySales }) {
  return (
    <div className="mt-3 space-y-4">
      <Figures sales={sales} />
      <SalesChart sales={sales} />
      {sales.reasons.length > 0 && <LostOrders reasons={sales.reasons} />}
    </div>
  );
}

function Figures({ sales: { totals, currency } }: { sales: DaySales }) {
  const money = (amount: number) => formatMoney(amount, currency);
  const figures = [
    { name: "Kept", value: money(totals.kept), parts: [`${money(totals.revenue)} sold`] },
    {
      name: "Given back",
      value: money(totals.refunded + totals.cancelled),
      parts: [`${money(totals.refunded)} refunded`, `${money(totals.cancelled)} cancelled`],
    },
    { name: "Orders", value: totals.orders, parts: [plural(totals.units, "unit"), `${totals.confirmed} confirmed`] },
    {
      name: "Came to nothing",
      value: totals.rejects + totals.cancels + totals.expired,
      parts: [`${totals.rejects} rejected`, `${totals.cancels} cancelled`, `${totals.expired} expired`],
    },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {figures.map(({ name, value, parts }) => (
        <div key={name} className="rounded-2xl border border-slate-200 bg-white p-3 shadow-xs sm:p-4">
          <dt className="text-sm text-slate-700">{name}</dt>
          <dd className="mt-1 text-xl font-bold tracking-tight tabular-nums sm:text-2xl">{value}</dd>
          <dd className="mt-1 space-x-1 text-sm text-slate-600 tabular-nums">
            {parts.map((part, index) => (
              <span key={part} className="inline-block">
                {part}
                {index < parts.length - 1 && ", "}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isEmpty({ totals }: DaySales): boolean {
  return Object.values(totals).every((figure) => figure === 0);
}

function plural(count: number, name: string): string {
  return count === 1 ? `1 ${name}` : `${count} ${name}s`;
}
