import { useNavigate } from "react-router";
import { PageTitle } from "@/components/ui/page-title";
import { FindOrderForm } from "@/features/lookup/components/find-order-form";
import { saveReceipt } from "@/lib/receipts";

export function FindOrderRoute() {
  const navigate = useNavigate();
  return (
    <>
      <PageTitle>Find your order</PageTitle>
      <FindOrderForm
        onFound={(order) => {
          saveReceipt(order);
          void navigate(`/orders/${order.orderId}`);
        }}
      />
    </>
  );
}
