import { useCallback, useEffect } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { getProduct } from "@/features/catalog/api/get-product";
import { BuyDialog } from "@/features/checkout/components/buy-dialog";
import type { Purchase } from "@/features/checkout/purchase";
import { usePurchase } from "@/features/checkout/use-purchase";
import type { Product } from "@/lib/api-types";

interface CheckoutProps {
  purchase: Purchase;
  buying: Product | null;
  onDone: () => void;
}

/** Opens the dialog for what is being bought (also for a press that a reload interrupted) and leads on to the order. */
export function Checkout({ purchase, buying, onDone }: CheckoutProps) {
  const state = usePurchase(purchase);
  const navigate = useNavigate();
  const queryClient = useQueryClient();

  const reloadProduct = useCallback(
    async (productId: string) => {
      const product = await getProduct(productId);
      queryClient.setQueryData(["products", productId], product);
      void queryClient.invalidateQueries({ queryKey: ["products"], exact: true });
      return product;
    },
    [queryClient],
  );

  useEffect(() => {
    if (state.phase !== "placed") return;
    purchase.reset();
    onDone();
    void queryClient.invalidateQueries({ queryKey: ["products"] });
    void navigate(`/orders/${state.placed.orderId}`);
  }, [state, purchase, onDone, navigate, queryClient]);

  const interrupted = state.phase === "sending" || state.phase === "waiting" || state.phase === "refused";
  const product = interrupted ? state.attempt.product : buying;
  if (!product) return null;

  return (
    <BuyDialog
      key={product.id}
      purchase={purchase}
      product={product}
      reloadProduct={reloadProduct}
      onClose={onDone}
    />
  );
}
