import { useRef } from "react";
import { Link } from "react-router";
import { buttonClass } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { CartLines } from "@/features/cart/components/cart-lines";
import { CartTotals } from "@/features/cart/components/cart-totals";
import { CheckoutLink } from "@/features/cart/components/checkout-link";
import { EmptyCart } from "@/features/cart/components/empty-cart";
import { useCart } from "@/features/cart/use-cart";

export function CartView() {
  const { cart, known, failureReason } = useCart({ refresh: true });
  const empty = cart.items.length === 0;
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <h1 ref={title} tabIndex={-1} className="text-3xl font-bold tracking-tight">
        Your cart
      </h1>
      <div role="status">
        {failureReason && (
          <div className="mt-4">
            <Notice tone="wait" title="We cannot reach the shop at the moment">
              You see your cart as we last knew it. Prices and stock are looked up again as soon as we can.
            </Notice>
          </div>
        )}
      </div>
      {!known && !failureReason && <Skeleton className="mt-6 h-64 rounded-3xl" />}
      {known && empty && (
        <div className="mt-6 flex flex-col items-center rounded-3xl border border-slate-200 bg-white pb-10">
          <EmptyCart />
          <Link to="/" className={buttonClass({ size: "large" })}>
            Go to the shop
          </Link>
        </div>
      )}
      {!empty && (
        <div className="mt-6 grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
          <section
            aria-label="Products"
            className="rounded-3xl border border-slate-200 bg-white px-5 shadow-xs sm:px-6"
          >
            <CartLines cart={cart} title={title} />
          </section>
          <section
            aria-labelledby="cart-total"
            className="space-y-4 rounded-3xl border border-slate-200 bg-white p-5 shadow-xs sm:p-6 lg:sticky lg:top-24"
          >
            <h2 id="cart-total" className="font-semibold">
              What it comes to
            </h2>
            <CartTotals cart={cart} />
            <CheckoutLink cart={cart} />
            <p className="text-sm text-pretty text-slate-600">Nothing is reserved for you before you order.</p>
          </section>
        </div>
      )}
    </>
  );
}
