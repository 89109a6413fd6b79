import { Link } from "react-router";
import type { Order } from "@/lib/api-types";
import { formatMoney, TAX_LABEL } from "@/lib/money";

export function OrderSummary({ order }: { order: Order }) {
  const { items = [], currency = "USD", subtotal, tax, totalAmount } = order;
  return (
    <section aria-labelledby="order-summary" className="rounded-3xl border border-slate-200 bg-white p-6 shadow-xs">
      <h2 id="order-summary" className="font-semibold">
        What you ordered
      </h2>
      <ul className="mt-4 space-y-3">
        {items.map((item) => (
          <li key={item.id} className="flex justify-between gap-4 text-sm">
            <span>
              <Link to={`/products/${item.id}`} className="font-medium underline-offset-4 hover:underline">
                {item.name}
              </Link>
              <span className="text-slate-600 tabular-nums"> × {item.quantity}</span>
            </span>
            <span className="tabular-nums">{formatMoney(item.lineTotal, currency)}</span>
          </li>
        ))}
      </ul>
      <dl className="mt-4 space-y-1.5 border-t border-slate-200 pt-4 text-sm tabular-nums">
        <Amount label="Subtotal" amount={subtotal} currency={currency} />
        <Amount label={TAX_LABEL} amount={tax} currency={currency} />
        <Amount label="Total" amount={totalAmount} currency={currency} strong />
      </dl>
    </section>
  );
}

interface AmountProps {
  label: string;
  amount: number | undefined;
  currency: string;
  strong?: boolean;
}

function Amount({ label, amount, currency, strong = false }: AmountProps) {
  if (amount === undefined) return null;
  return (
    <div className={`flex justify-between ${strong ? "pt-1 text-base font-bold" : "text-slate-700"}`}>
      <dt>{label}</dt>
      <dd>{formatMoney(amount, currency)}</dd>
    </div>
  );
}
