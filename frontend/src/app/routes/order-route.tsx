import { useParams } from "react-router";
import { PageTitle } from "@/components/ui/page-title";
import { OrderView } from "@/features/orders/components/order-view";

export function OrderRoute() {
  const { orderId = "" } = useParams();
  return (
    <>
      <PageTitle>Your order</PageTitle>
      <OrderView key={orderId} orderId={orderId} />
    </>
  );
}
