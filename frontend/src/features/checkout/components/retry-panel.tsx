import { Hourglass, LoaderCircle, Users, WifiOff } from "lucide-react";
import { Button } from "@/components/ui/button";
import { RetryCountdown } from "@/components/ui/retry-countdown";
import type { Purchase, PurchaseState } from "@/features/checkout/purchase";
import { useFocusKept } from "@/lib/use-focus-kept";

type RetryState = Extract<PurchaseState, { phase: "sending" | "waiting" | "paused" }>;

interface RetryPanelProps {
  purchase: Purchase;
  state: RetryState;
  onClose: () => void;
}

/** Between pressing Buy and a known answer: what went wrong, when it tries again, and that trying again is safe. */
export function RetryPanel({ purchase, state, onClose }: RetryPanelProps) {
  const { icon: Icon, title, text } = describe(state);
  const titleRef = useFocusKept<HTMLParagraphElement>(state.phase);
  return (
    <div className="flex flex-col items-center gap-4 p-6 py-10 text-center sm:px-10">
      <span className="grid size-16 place-items-center rounded-full bg-blue-50 text-blue-600">
        <Icon aria-hidden className={`size-8 ${state.phase === "sending" ? "animate-spin" : ""}`} strokeWidth={1.75} />
      </span>
      <div role="status">
        <p ref={titleRef} tabIndex={-1} className="text-xl font-bold tracking-tight text-balance">
          {title}
        </p>
        <p className="mt-2 text-pretty text-slate-600">{text}</p>
      </div>
      {state.phase === "waiting" && <RetryCountdown until={state.retryAt} />}
      <div className="mt-2 flex min-h-12 flex-wrap justify-center gap-3">
        {state.phase === "waiting" && (
          <>
            <Button size="large" onClick={purchase.retryNow}>
              Try now
            </Button>
            <Button size="large" look="quiet" onClick={purchase.pause}>
              Stop trying
            </Button>
          </>
        )}
        {state.phase === "paused" && (
          <>
            <Button size="large" onClick={purchase.retryNow}>
              Try again
            </Button>
            <Button size="large" look="quiet" onClick={onClose}>
              Not now
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function describe(state: RetryState) {
  const safe = "It stays one order: you cannot be charged twice.";
  if (state.phase === "sending") {
    return { icon: LoaderCircle, title: "Sending your order", text: safe };
  }
  if (state.phase === "paused") {
    return {
      icon: WifiOff,
      title: "We do not know yet whether your order arrived",
      text: `Try again to find out. ${safe}`,
    };
  }
  if (state.delay === "unsure") {
    return {
      icon: Users,
      title: "Making sure",
      text: `Your first try may have got through: we ask once more. ${safe}`,
    };
  }
  if (state.delay === "not-started") {
    return {
      icon: Hourglass,
      title: "The sale starts in a moment",
      text: `You are in line: we order as soon as it does. ${safe}`,
    };
  }
  return state.delay === "busy"
    ? { icon: Users, title: "The shop is very busy", text: `We keep asking for you. ${safe}` }
    : { icon: WifiOff, title: "The shop cannot be reached", text: `We try again as soon as we can. ${safe}` };
}
