import { Link } from "react-router";
import type { CartToOrder } from "@/features/checkout/ordering";
import { formatMoney } from "@/lib/money";

export function CheckoutLines({ cart }: { cart: CartToOrder }) {
  return (
    <section
      aria-labelledby="checkout-lines"
      className="rounded-3xl border border-slate-200 bg-white p-5 shadow-xs sm:p-6"
    >
      <div className="flex items-center justify-between gap-4">
        <h2 id="checkout-lines" className="font-semibold">
          What you order
        </h2>
        <Link
          to="/cart"
          className="-mr-2 inline-flex min-h-11 items-center rounded-xl px-2 text-sm font-semibold text-blue-700 hover:bg-blue-50"
        >
          Change
        </Link>
      </div>
      <ul className="mt-2 divide-y divide-slate-200">
        {cart.items.map((item) => (
          <li key={item.itemId} className="flex items-center gap-4 py-3">
            {item.image && (
              <img
                src={item.image}
                alt=""
                width={64}
                height={48}
                className="aspect-4/3 w-16 shrink-0 rounded-lg border border-slate-200 bg-slate-100 object-cover"
              />
            )}
            <p className="min-w-0 grow text-sm">
              <span className="font-medium">{item.name}</span>
              <span className="text-slate-600 tabular-nums"> × {item.quantity}</span>
            </p>
            <p className="text-sm font-medium tabular-nums">{formatMoney(item.lineTotal, cart.currency)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
