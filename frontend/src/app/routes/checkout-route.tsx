import { useEffect, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { PageSkeleton } from "@/app/page-skeleton";
import { PageTitle } from "@/components/ui/page-title";
import { cartQuery } from "@/features/cart/api/get-cart";
import { type KeptCart, readKeptCart } from "@/features/cart/kept-cart";
import { useCart } from "@/features/cart/use-cart";
import { CheckoutView } from "@/features/checkout/components/checkout-view";
import type { CheckoutBody } from "@/features/checkout/ordering";
import type { Purchase } from "@/features/checkout/purchase";
import { usePurchase } from "@/features/checkout/use-purchase";

interface CheckoutRouteProps {
  purchase: Purchase;
  onLeave: () => void;
}

export function CheckoutRoute({ purchase, onLeave }: CheckoutRouteProps) {
  const { cart, known, saving } = useCart({ refresh: true });
  const { phase } = usePurchase(purchase);
  const [openedAt] = useState(Date.now);
  const [kept, setKept] = useState<KeptCart | null>(null);
  const queryClient = useQueryClient();

  // The shop saw other prices or stock than this page shows.
  useEffect(() => {
    if (phase === "refused") void queryClient.invalidateQueries({ queryKey: cartQuery.queryKey });
  }, [phase, queryClient]);

  // A refusal is told once: who comes back later starts anew.
  useEffect(
    () => () => {
      if (purchase.getState().phase === "refused") purchase.reset();
    },
    [purchase],
  );

  // Loaded beforehand: nothing may be awaited between a click and its key, so that a double click is one submission.
  useEffect(() => {
    let shown = true;
    void readKeptCart().then((found) => shown && setKept(found));
    return () => {
      shown = false;
    };
  }, [cart]);

  function order(body: CheckoutBody) {
    if (!kept) return;
    const { cartId, cartToken } = kept;
    purchase.buy({ ordering: { kind: "cart", cartId, cartToken, body }, product: null, openedAt });
  }

  return (
    <>
      <PageTitle>Checkout</PageTitle>
      <h1 tabIndex={-1} className="mb-6 text-3xl font-bold tracking-tight">
        Checkout
      </h1>
      {known && (kept || cart.items.length === 0) ? (
        <CheckoutView purchase={purchase} cart={cart} saving={saving} onOrder={order} onLeave={onLeave} />
      ) : (
        <PageSkeleton />
      )}
    </>
  );
}
