import { Copy } from "lucide-react";
import { Link } from "react-router";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import type { Purchase } from "@/features/checkout/purchase";
import type { PlacedOrder } from "@/lib/api-types";
import { useFocusKept } from "@/lib/use-focus-kept";

interface DuplicatePanelProps {
  purchase: Purchase;
  placed: PlacedOrder;
  onClose: () => void;
}

/** The same was ordered in another tab while this form was open; only the buyer knows whether it was meant twice. */
export function DuplicatePanel({ purchase, placed, onClose }: DuplicatePanelProps) {
  const title = useFocusKept<HTMLParagraphElement>("duplicate");
  return (
    <div className="flex flex-col items-center gap-4 p-6 py-10 text-center sm:px-10">
      <span className="grid size-16 place-items-center rounded-full bg-blue-50 text-blue-600">
        <Copy aria-hidden className="size-8" strokeWidth={1.75} />
      </span>
      <div role="alert">
        <p ref={title} tabIndex={-1} className="text-xl font-bold tracking-tight text-balance">
          You have just ordered this in another tab
        </p>
        <p className="mt-2 text-pretty text-slate-600">
          Nothing was sent from here. Order again only if you want it twice.
        </p>
      </div>
      <div className="mt-2 flex flex-wrap justify-center gap-3">
        <Link to={`/orders/${placed.orderId}`} onClick={onClose} className={buttonClass({ size: "large" })}>
          See that order
        </Link>
        <Button size="large" look="quiet" onClick={purchase.retryNow}>
          Order again
        </Button>
      </div>
    </div>
  );
}
