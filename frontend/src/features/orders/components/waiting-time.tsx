import type { Order } from "@/lib/api-types";
import { useNow } from "@/lib/use-now";

const LONG_WAIT_S = 30;

/** How long the shopper has waited, by this browser's clock: it knows when the answer came. */
export function Waited({ since }: { since: string }) {
  const now = useNow(1000);
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  return (
    <p className="mt-2 text-sm text-slate-600 tabular-nums">
      Waiting for {duration(seconds)}.{" "}
      {seconds >= LONG_WAIT_S &&
        "It takes longer than usual. This page goes on by itself; we mail you once it is confirmed."}
    </p>
  );
}

/** How long it took, by the shop's own clock. */
export function Took({ order }: { order: Order }) {
  const end = order.history?.find((entry) => entry.type === "order_confirmed")?.at;
  if (!end || !order.createdAt) return null;
  const seconds = Math.max(0, Date.parse(end) - Date.parse(order.createdAt)) / 1000;
  return (
    <p className="mt-2 text-sm text-slate-600 tabular-nums">
      Confirmed {duration(Number(seconds.toFixed(1)))} after you placed it.
    </p>
  );
}

function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}
