import { PageTitle } from "@/components/ui/page-title";
import { CartView } from "@/features/cart/components/cart-view";

export function CartRoute() {
  return (
    <>
      <PageTitle>Your cart</PageTitle>
      <CartView />
    </>
  );
}
