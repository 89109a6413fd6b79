import { useLocation, useNavigate, useParams } from "react-router";
import { PageTitle } from "@/components/ui/page-title";
import { useChangeCart } from "@/features/cart/use-cart";
import { OrderView } from "@/features/orders/components/order-view";

export function OrderRoute() {
  const { orderId = "" } = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const { putBack } = useChangeCart();
  const state: unknown = location.state;
  // It stands in the browser's history, so a reload while waiting still shows the overlay.
  const justPlaced = typeof state === "object" && state !== null && "justPlaced" in state;
  return (
    <>
      <PageTitle>Your order</PageTitle>
      <OrderView
        key={orderId}
        orderId={orderId}
        justPlaced={justPlaced}
        onAgain={({ items = [] }) => {
          putBack(items);
          void navigate("/cart");
        }}
        onSeen={() => void navigate(location.pathname, { replace: true, state: null })}
      />
    </>
  );
}
