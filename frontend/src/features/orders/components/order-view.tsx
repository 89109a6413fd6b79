import { useState } from "react";
import { Link } from "react-router";
import { useQuery } from "@tanstack/react-query";
import { ReceiptText, SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { MessagePage } from "@/components/ui/message-page";
import { Notice } from "@/components/ui/notice";
import type { OrderWish } from "@/features/orders/api/change-order";
import { orderQuery } from "@/features/orders/api/get-order";
import { OrderActions } from "@/features/orders/components/order-actions";
import { OrderHistory } from "@/features/orders/components/order-history";
import { OrderOverlay } from "@/features/orders/components/order-overlay";
import { OrderProgress } from "@/features/orders/components/order-progress";
import { OrderStatusBanner } from "@/features/orders/components/order-status-banner";
import { OrderSummary } from "@/features/orders/components/order-summary";
import { ApiError } from "@/lib/api-client";
import type { Order } from "@/lib/api-types";
import { type Receipt, useReceipts } from "@/lib/receipts";
import { useFocusKept } from "@/lib/use-focus-kept";

/** One lost answer is nothing to worry anybody with. */
const TOLD_AFTER = 2;

interface OrderViewProps {
  orderId: string;
  /** Whether it was placed just now: then an overlay follows it until the shopper closes that. */
  justPlaced: boolean;
  onSeen: () => void;
  /** Puts what was ordered back into the cart. */
  onAgain: (order: Order) => void;
}

export function OrderView({ orderId, justPlaced, onSeen, onAgain }: OrderViewProps) {
  const receipt = useReceipts().find((kept) => kept.orderId === orderId);
  const { data, error, failureCount, refetch } = useQuery(orderQuery(orderId, receipt));
  const [wish, setWish] = useState<OrderWish | null>();
  // A wish that is granted takes its button with it: the title says what became of the order.
  const title = useFocusKept<HTMLHeadingElement>(wish === undefined ? null : [data?.status, wish].join(" "));

  if (!receipt) return <UnknownOrder />;
  if (error instanceof ApiError && error.code === "RECEIPT_SUPERSEDED") return <SupersededReceipt />;
  if (error instanceof ApiError && error.status === 404) return <UnknownOrder />;

  const order = withReceipt(data, receipt);
  return (
    <div className="mx-auto max-w-3xl">
      <p className="text-sm text-slate-600">
        Order <span className="font-mono text-xs break-all select-all sm:text-sm">{order.orderId}</span>
      </p>
      <OrderStatusBanner order={order} title={title} waitingSince={receipt.keptAt} onAgain={() => onAgain(order)} />
      {failureCount >= TOLD_AFTER && (
        <div role="status" className="mt-4">
          <Notice tone="wait" title="We cannot reach the shop at the moment">
            <p>You see the last state we know. Your order goes on without this page.</p>
            <Button look="quiet" className="mt-3" onClick={() => void refetch()}>
              Ask again
            </Button>
          </Notice>
        </div>
      )}
      {justPlaced && <OrderOverlay order={order} waitingSince={receipt.keptAt} onClose={onSeen} />}
      <OrderProgress order={order} />
      <div className="mt-6 grid items-start gap-6 md:grid-cols-2">
        <OrderSummary order={order} />
        <OrderHistory order={order} />
      </div>
      <OrderActions order={order} receiptToken={receipt.receiptToken} wish={wish ?? null} onWish={setWish} />
    </div>
  );
}

/** Until the order is recorded, the receipt knows more of it than the API does. */
function withReceipt(
  order: Order | undefined,
  { receiptToken: _token, keptAt: _keptAt, customerId: _customer, ...receipt }: Receipt,
): Order {
  return { ...receipt, ...order };
}

function UnknownOrder() {
  return (
    <MessagePage
      icon={SearchX}
      title="We cannot show this order here"
      actions={
        <>
          <Link to="/find-order" className={buttonClass({ size: "large" })}>
            Find your order
          </Link>
          <Link to="/account" className={buttonClass({ look: "quiet", size: "large" })}>
            Your account
          </Link>
        </>
      }
    >
      <p>
        A guest’s order opens in the browser that placed it. Elsewhere a code opens it, which we mail to the address it
        was ordered with; what you ordered with an account is there.
      </p>
    </MessagePage>
  );
}

function SupersededReceipt() {
  return (
    <MessagePage
      icon={ReceiptText}
      title="Another order took this one’s place"
      actions={
        <Link to="/" className={buttonClass({ size: "large" })}>
          Go to the shop
        </Link>
      }
    >
      <p>
        Two different orders were sent at the same moment under one key, and the other one counts. This one was not
        charged.
      </p>
    </MessagePage>
  );
}
