import type { Ref } from "react";
import { Link } from "react-router";
import { CircleCheck, CircleX, LoaderCircle, RotateCcw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Took, Waited } from "@/features/orders/components/waiting-time";
import { statusTextOf, type Tone } from "@/features/orders/order-status-text";
import type { Order } from "@/lib/api-types";

const LOOKS: Record<Tone, { icon: typeof CircleCheck; ink: string; disc: string; spin?: boolean }> = {
  waiting: { icon: LoaderCircle, ink: "text-blue-600", disc: "bg-blue-50", spin: true },
  good: { icon: CircleCheck, ink: "text-green-700", disc: "bg-green-50" },
  bad: { icon: CircleX, ink: "text-red-600", disc: "bg-red-50" },
  over: { icon: RotateCcw, ink: "text-slate-700", disc: "bg-slate-100" },
};

/** Ordering the same again would end the same: where there was more in the order, the rest of it may still be had. */
const GONE = new Set<string | null | undefined>(["SOLD_OUT", "NOT_FOR_SALE", "LIMIT_REACHED"]);

interface OrderStatusBannerProps {
  order: Order;
  title: Ref<HTMLHeadingElement>;
  /** By this browser's clock, which may differ from the shop's. */
  waitingSince: string;
  /** Puts all of it back into the cart. */
  onAgain: () => void;
}

export function OrderStatusBanner({ order, title, waitingSince, onAgain }: OrderStatusBannerProps) {
  const statusText = statusTextOf(order);
  const { icon: Icon, ink, disc, spin } = LOOKS[statusText.tone];
  const again = (order.items?.length ?? 0) > (GONE.has(order.reason) ? 1 : 0);
  return (
    <section className="mt-3 flex flex-col gap-5 rounded-3xl border border-slate-200 bg-white p-6 shadow-xs sm:flex-row sm:items-center sm:p-8">
      <span className={`grid size-16 shrink-0 place-items-center rounded-full ${disc} ${ink}`}>
        <Icon
          aria-hidden
          className={`size-9 ${spin ? "animate-spin [animation-duration:1.6s]" : ""}`}
          strokeWidth={1.75}
        />
      </span>
      <div className="min-w-0 grow">
        <div role="status" aria-live="polite">
          <h1 ref={title} tabIndex={-1} className="text-2xl font-bold tracking-tight sm:text-3xl">
            {statusText.title}
          </h1>
          <p className="mt-1.5 text-pretty text-slate-600">{statusText.text}</p>
        </div>
        {statusText.tone === "waiting" ? <Waited since={waitingSince} /> : <Took order={order} />}
      </div>
      {statusText.tone === "bad" && (
        <div className="flex shrink-0 flex-col gap-3">
          {again && (
            <Button size="large" onClick={onAgain}>
              Put it back into the cart
            </Button>
          )}
          {GONE.has(order.reason) && (
            <Link to="/" className={buttonClass({ size: "large", ...(again && { look: "quiet" }) })}>
              See what is left
            </Link>
          )}
        </div>
      )}
    </section>
  );
}
