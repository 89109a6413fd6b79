import { useState } from "react";
import { Link } from "react-router";
import { buttonClass } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";
import { CheckoutLines } from "@/features/checkout/components/checkout-lines";
import { type FormNotice, type OrderEntries, OrderForm } from "@/features/checkout/components/order-form";
import { RetryPanel } from "@/features/checkout/components/retry-panel";
import type { CartToOrder } from "@/features/checkout/ordering";
import { priceNamedIn } from "@/features/checkout/price-named-in";
import type { Purchase, PurchaseState } from "@/features/checkout/purchase";
import { refusalNotice } from "@/features/checkout/refusal-notice";
import { usePurchase } from "@/features/checkout/use-purchase";
import { formatMoney, type Totals, totalsWithin } from "@/lib/money";

interface CheckoutViewProps {
  purchase: Purchase;
  cart: CartToOrder;
  /** The shop has not taken all changes of the cart yet: it would order another one than is shown. */
  saving: boolean;
  /** Orders the cart at the total that is shown. */
  onOrder: (entries: OrderEntries & { totalAmount: number }) => void;
  onLeave: () => void;
}

/** The whole cart as one order: what is in it, what it comes to, and the form. */
export function CheckoutView({ purchase, cart, saving, onOrder, onLeave }: CheckoutViewProps) {
  const state = usePurchase(purchase);
  const mine = "attempt" in state && state.attempt.ordering.kind === "cart" ? state : null;
  const [pressedHere, setPressedHere] = useState(false);

  if (
    mine?.phase === "waiting" ||
    mine?.phase === "paused" ||
    (mine?.phase === "sending" && !(pressedHere && mine.tries === 1))
  ) {
    return (
      <div className="mx-auto max-w-xl rounded-3xl border border-slate-200 bg-white shadow-xs">
        <RetryPanel purchase={purchase} state={mine} onClose={onLeave} />
      </div>
    );
  }

  const refused = mine?.phase === "refused" ? mine : null;
  if (refused?.problem.code === "CART_EMPTY" || (cart.items.length === 0 && !mine)) return <NothingToOrder />;

  const totals = totalsToPay(cart, refused);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1fr_26rem]">
      <section aria-label="Your details" className="rounded-3xl border border-slate-200 bg-white shadow-xs lg:order-2">
        <OrderForm
          entries={mine?.attempt.ordering.body ?? null}
          totals={totals}
          currency={cart.currency}
          busy={mine?.phase === "sending" || mine?.phase === "placed"}
          changing={saving}
          problem={refused?.problem ?? null}
          notice={refused && noticeFor(refused, totals, cart.currency)}
          onOrder={(entries) => {
            setPressedHere(true);
            onOrder({ ...entries, totalAmount: totals.total });
          }}
        />
      </section>
      <CheckoutLines cart={cart} />
    </div>
  );
}

/** The total that the shop named last counts, while the cart may still show the one before. */
function totalsToPay(cart: CartToOrder, refused: Extract<PurchaseState, { phase: "refused" }> | null): Totals {
  const named = refused && priceNamedIn(refused.problem);
  return named === null || named === cart.totalAmount
    ? { subtotal: cart.subtotal, tax: cart.tax, total: cart.totalAmount }
    : totalsWithin(named);
}

function noticeFor(
  { problem }: { problem: Parameters<typeof refusalNotice>[0] },
  totals: Totals,
  currency: string,
): FormNotice {
  if (problem.code !== "PRICE_CHANGED") return refusalNotice(problem);
  return {
    title: `The total is now ${formatMoney(totals.total, currency)}`,
    text: "A price has changed. Nothing was ordered; check the new total first.",
  };
}

function NothingToOrder() {
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-4 rounded-3xl border border-slate-200 bg-white p-6 shadow-xs">
      <div role="status">
        <Notice tone="note" title="There is nothing in your cart">
          If you have just ordered it, here or in another tab, you find it under “Latest order” above.
        </Notice>
      </div>
      <Link to="/" className={buttonClass({ size: "large" })}>
        Go to the shop
      </Link>
    </div>
  );
}
