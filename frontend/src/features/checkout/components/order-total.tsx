import { formatMoney, TAX_LABEL, type Totals } from "@/lib/money";

export function OrderTotal({ totals, currency }: { totals: Totals; currency: string }) {
  return (
    <dl className="space-y-1.5 rounded-2xl bg-slate-50 p-4 text-sm tabular-nums">
      <Row label="Subtotal" amount={formatMoney(totals.subtotal, currency)} />
      <Row label={TAX_LABEL} amount={formatMoney(totals.tax, currency)} />
      <Row label="Delivery" amount="Free" />
      <div className="flex justify-between border-t border-slate-200 pt-2.5 text-base font-bold">
        <dt>Total</dt>
        <dd>{formatMoney(totals.total, currency)}</dd>
      </div>
    </dl>
  );
}

function Row({ label, amount }: { label: string; amount: string }) {
  return (
    <div className="flex justify-between text-slate-700">
      <dt>{label}</dt>
      <dd>{amount}</dd>
    </div>
  );
}
