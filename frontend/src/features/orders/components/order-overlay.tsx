import { CircleCheck, CircleX, Copy, LoaderCircle } from "lucide-react";
import { Link } from "react-router";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { CloseButton } from "@/components/ui/close-button";
import { Dialog } from "@/components/ui/dialog";
import { OrderSteps } from "@/features/orders/components/order-progress";
import { Took, Waited } from "@/features/orders/components/waiting-time";
import { statusTextOf } from "@/features/orders/order-status-text";
import type { Order } from "@/lib/api-types";
import { showToast } from "@/lib/toasts";

const TITLE_ID = "order-overlay-title";

interface OrderOverlayProps {
  order: Order;
  waitingSince: string;
  onClose: () => void;
}

/**
 * Over the page of an order that was just placed: where it really stands and how long it has taken so far, then that it
 * is confirmed, or why it is not. Nothing in it is guessed from the clock.
 */
export function OrderOverlay({ order, waitingSince, onClose }: OrderOverlayProps) {
  const statusText = statusTextOf(order);
  return (
    <Dialog labelledBy={TITLE_ID} onDismiss={onClose}>
      <div className="flex flex-col items-center gap-4 p-5 pb-6 text-center sm:px-8">
        <div className="-mb-8 flex w-full justify-end">
          <CloseButton onClose={onClose} />
        </div>
        <Mark tone={statusText.tone} />
        <div role="status">
          <h2 id={TITLE_ID} className="text-2xl font-bold tracking-tight text-balance">
            {statusText.title}
          </h2>
          <p className="mt-1.5 text-pretty text-slate-600">{statusText.text}</p>
        </div>
        {statusText.tone === "waiting" ? (
          <>
            <Waited since={waitingSince} />
            <div className="w-full text-left">
              <OrderSteps order={order} upright />
            </div>
          </>
        ) : (
          <Took order={order} />
        )}
        <OrderNumber orderId={order.orderId} />
        <div className="mt-2 flex w-full flex-col gap-3 sm:flex-row">
          <Button size="large" className="grow" onClick={onClose}>
            {statusText.tone === "waiting" ? "Watch it on the page" : "See the order"}
          </Button>
          <Link to="/" className={`${buttonClass({ look: "quiet", size: "large" })} grow`}>
            Go on shopping
          </Link>
        </div>
      </div>
    </Dialog>
  );
}

function Mark({ tone }: { tone: ReturnType<typeof statusTextOf>["tone"] }) {
  if (tone === "waiting") {
    return (
      <span className="grid size-20 place-items-center rounded-full bg-blue-50 text-blue-600">
        <LoaderCircle aria-hidden className="size-10 animate-spin [animation-duration:1.6s]" strokeWidth={1.75} />
      </span>
    );
  }
  const good = tone === "good";
  const Icon = good ? CircleCheck : CircleX;
  return (
    <span
      className={`grid size-20 animate-rise place-items-center rounded-full ${good ? "bg-green-50 text-green-700" : "bg-red-50 text-red-600"}`}
    >
      <Icon aria-hidden className="size-11" strokeWidth={1.75} />
    </span>
  );
}

function OrderNumber({ orderId }: { orderId: string }) {
  const copy = () => {
    navigator.clipboard.writeText(orderId).then(
      () => showToast({ tone: "good", text: "The order number is copied." }),
      () => showToast({ tone: "alert", text: "The browser does not let us copy. Please select the number." }),
    );
  };
  return (
    <div className="flex w-full items-center gap-2 rounded-2xl bg-slate-50 py-1.5 pr-1.5 pl-4 text-left">
      <p className="min-w-0 grow">
        <span className="block text-xs font-medium text-slate-600">Order number</span>
        <span className="font-mono text-xs break-all select-all sm:text-[0.8125rem]">{orderId}</span>
      </p>
      <button
        type="button"
        aria-label="Copy the order number"
        onClick={copy}
        className="grid size-11 shrink-0 place-items-center rounded-xl text-slate-600 transition hover:bg-slate-200 active:bg-slate-300"
      >
        <Copy aria-hidden className="size-5" strokeWidth={1.75} />
      </button>
    </div>
  );
}
