import type { ShownCart } from "@/features/cart/cart-changes";
import { formatMoney, TAX_LABEL } from "@/lib/money";

export function CartTotals({ cart }: { cart: ShownCart }) {
  return (
    <dl className="space-y-1.5 text-sm tabular-nums">
      <Row label="Subtotal" amount={formatMoney(cart.subtotal, cart.currency)} />
      <Row label={TAX_LABEL} amount={formatMoney(cart.tax, cart.currency)} />
      <Row label="Delivery" amount="Free" />
      <div className="flex justify-between border-t border-slate-200 pt-2.5 text-base font-bold">
        <dt>Total</dt>
        <dd>{formatMoney(cart.totalAmount, cart.currency)}</dd>
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
