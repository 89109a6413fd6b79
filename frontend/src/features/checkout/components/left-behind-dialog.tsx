import { CloseButton } from "@/components/ui/close-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { RetryPanel } from "@/features/checkout/components/retry-panel";
import type { Purchase, PurchaseState } from "@/features/checkout/purchase";
import { refusalNotice } from "@/features/checkout/refusal-notice";

const TITLE_ID = "left-behind-title";

interface LeftBehindDialogProps {
  purchase: Purchase;
  state: Extract<PurchaseState, { phase: "sending" | "waiting" | "refused" }>;
}

/** A cart's order that a closed or crashed tab left behind goes on here, on whichever page the shopper is. */
export function LeftBehindDialog({ purchase, state }: LeftBehindDialogProps) {
  const close = state.phase === "refused" ? purchase.reset : undefined;
  return (
    <Dialog labelledBy={TITLE_ID} onDismiss={close}>
      <header className="flex items-center justify-between gap-4 border-b border-slate-200 py-3 pr-4 pl-6">
        <h2 id={TITLE_ID} className="font-semibold">
          The order of your cart
        </h2>
        <CloseButton onClose={close} />
      </header>
      {state.phase === "refused" ? (
        <div className="flex flex-col gap-4 p-6">
          <div role="alert">
            <Notice tone="alert" title={refusalNotice(state.problem).title}>
              {refusalNotice(state.problem).text}
            </Notice>
          </div>
          <Button size="large" onClick={purchase.reset}>
            Back to the shop
          </Button>
        </div>
      ) : (
        <RetryPanel purchase={purchase} state={state} onClose={purchase.pause} />
      )}
    </Dialog>
  );
}
