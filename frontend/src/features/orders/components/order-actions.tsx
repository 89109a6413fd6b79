import { RotateCcw, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { OrderWish } from "@/features/orders/api/change-order";
import { WishDialog } from "@/features/orders/components/wish-dialog";
import type { Order, OrderStatus } from "@/lib/api-types";

const CAN_CANCEL: OrderStatus[] = ["RESERVED", "CONFIRMED"];

interface OrderActionsProps {
  order: Order;
  receiptToken: string;
  /** What the shopper is being asked about. */
  wish: OrderWish | null;
  onWish: (wish: OrderWish | null) => void;
}

/** What can still be done about an order, as its state allows; the shop has the last word. */
export function OrderActions({ order, receiptToken, wish, onWish }: OrderActionsProps) {
  const possible: OrderWish | null = CAN_CANCEL.includes(order.status)
    ? "cancel"
    : order.status === "DELIVERED"
      ? "return"
      : null;
  return (
    <>
      {possible && (
        <div className="mt-6 flex justify-center">
          <Button look="quiet" size="large" onClick={() => onWish(possible)}>
            {possible === "cancel" ? (
              <X aria-hidden className="size-5" />
            ) : (
              <RotateCcw aria-hidden className="size-5" />
            )}
            {possible === "cancel" ? "Cancel this order" : "Send it back"}
          </Button>
        </div>
      )}
      {wish && (
        <WishDialog orderId={order.orderId} receiptToken={receiptToken} wish={wish} onClose={() => onWish(null)} />
      )}
    </>
  );
}
