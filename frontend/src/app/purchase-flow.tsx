import { lazy, Suspense, useCallback, useEffect, useRef } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import { useIdleLoading } from "@/app/use-idle-loading";
import { getProduct } from "@/features/catalog/api/get-product";
import type { Purchase } from "@/features/checkout/purchase";
import { usePurchase } from "@/features/checkout/use-purchase";
import type { Product } from "@/lib/api-types";
import { loadCode } from "@/lib/load-code";

const loadBuyDialog = () => import("@/app/buy-dialog");
const loadLeftBehind = () => import("@/features/checkout/components/left-behind-dialog");

const BuyDialog = lazy(() => loadCode(loadBuyDialog).then((module) => ({ default: module.BuyDialog })));
const LeftBehindDialog = lazy(() => loadCode(loadLeftBehind).then((module) => ({ default: module.LeftBehindDialog })));

const SOON_NEEDED = [loadBuyDialog];

interface PurchaseFlowProps {
  purchase: Purchase;
  buying: Product | null;
  onDone: () => void;
}

/** Opens the dialog for a purchase (also for one that a reload interrupted) and then the order's page. */
export function PurchaseFlow({ purchase, buying, onDone }: PurchaseFlowProps) {
  const state = usePurchase(purchase);
  useIdleLoading(SOON_NEEDED);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const queryClient = useQueryClient();
  const checkingOut = pathname === "/checkout";
  const replacing = useRef(checkingOut);
  useEffect(() => {
    replacing.current = checkingOut;
  }, [checkingOut]);

  const reloadProduct = useCallback(
    async (productId: string) => {
      const product = await getProduct(productId);
      queryClient.setQueryData(["products", "one", productId], product);
      void queryClient.invalidateQueries({ queryKey: ["products", "list"] });
      return product;
    },
    [queryClient],
  );

  const placedId = state.phase === "placed" ? state.placed.orderId : null;
  const arrived = pathname === `/orders/${placedId}`;

  useEffect(() => {
    if (placedId === null) return;
    void queryClient.invalidateQueries({ queryKey: ["products"] });
    void queryClient.invalidateQueries({ queryKey: ["cart"] });
    // Going back from the order leads to the shop, and not to a form whose order is placed.
    void navigate(`/orders/${placedId}`, { state: { justPlaced: true }, replace: replacing.current });
  }, [placedId, navigate, queryClient]);

  // Not sooner: while the order's page loads, the form can still be submitted.
  useEffect(() => {
    if (!arrived) return;
    purchase.reset();
    onDone();
  }, [arrived, purchase, onDone]);

  const underWay = state.phase === "idle" || state.phase === "paused" || state.phase === "duplicate" ? null : state;
  const leftBehind =
    underWay?.attempt.ordering.kind === "cart" && underWay.phase !== "placed" && !checkingOut ? underWay : null;
  const product = underWay?.attempt.product ?? buying;

  return (
    <Suspense fallback={null}>
      {leftBehind && <LeftBehindDialog purchase={purchase} state={leftBehind} />}
      {!leftBehind && product && (
        <BuyDialog
          key={product.id}
          purchase={purchase}
          product={product}
          reloadProduct={reloadProduct}
          onClose={onDone}
        />
      )}
    </Suspense>
  );
}
