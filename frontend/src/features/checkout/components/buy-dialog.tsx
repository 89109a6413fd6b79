import { type ReactNode, useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { BuyForm } from "@/features/checkout/components/buy-form";
import { DialogHeader } from "@/features/checkout/components/dialog-header";
import { DuplicatePanel } from "@/features/checkout/components/duplicate-panel";
import type { FormNotice } from "@/features/checkout/components/order-form";
import { RetryPanel } from "@/features/checkout/components/retry-panel";
import { SoldOutPanel } from "@/features/checkout/components/sold-out-panel";
import type { Purchase, PurchaseState } from "@/features/checkout/purchase";
import { priceNamedIn } from "@/features/checkout/price-named-in";
import { refusalNotice } from "@/features/checkout/refusal-notice";
import { usePurchase } from "@/features/checkout/use-purchase";
import type { Product } from "@/lib/api-types";
import { formatMoney } from "@/lib/money";

const TITLE_ID = "buy-dialog-title";

interface BuyDialogProps {
  purchase: Purchase;
  product: Product;
  /** Reads the product again, past any cache, when the shop refused what is shown. */
  reloadProduct: (productId: string) => Promise<Product>;
  /** What can be done where it is sold out. */
  instead: (product: Product) => ReactNode;
  onClose: () => void;
}

export function BuyDialog({ purchase, product: offered, reloadProduct, instead, onClose }: BuyDialogProps) {
  const state = usePurchase(purchase);
  const mine = "attempt" in state && state.attempt.product?.id === offered.id ? state : null;
  const [openedAt] = useState(Date.now);
  const [pressedHere, setPressedHere] = useState(false);
  const [reloaded, setReloaded] = useState<Product | null>(null);
  const product = reloaded ?? offered;
  const order = mine?.attempt.ordering.kind === "product" ? mine.attempt.ordering.body : null;

  useEffect(() => {
    if (state.phase !== "refused" || !["PRICE_CHANGED", "SOLD_OUT"].includes(state.problem.code)) return;
    const refused = state.attempt.product;
    if (!refused) return;
    let shown = true;
    const named = priceNamedIn(state.problem);
    reloadProduct(refused.id).then(
      (fresh) => shown && setReloaded({ ...fresh, price: named ?? fresh.price }),
      () => shown && named !== null && setReloaded({ ...refused, price: named }),
    );
    return () => {
      shown = false;
    };
  }, [state, reloadProduct]);

  const inFlight = mine?.phase === "sending" || mine?.phase === "waiting";
  const close = () => {
    if (mine?.phase === "refused" || mine?.phase === "duplicate") purchase.reset();
    onClose();
  };

  return (
    <Dialog labelledBy={TITLE_ID} onDismiss={inFlight ? undefined : close}>
      <DialogHeader titleId={TITLE_ID} product={product} onClose={inFlight ? undefined : close} />
      {renderBody()}
    </Dialog>
  );

  function renderBody() {
    if (mine?.phase === "waiting" || mine?.phase === "paused" || (mine?.phase === "sending" && !firstTryOf(mine))) {
      return <RetryPanel purchase={purchase} state={mine} onClose={close} />;
    }
    if (mine?.phase === "duplicate") return <DuplicatePanel purchase={purchase} placed={mine.placed} onClose={close} />;
    if (mine?.phase === "refused" && isSoldOut(mine)) {
      return <SoldOutPanel onClose={close}>{instead(product)}</SoldOutPanel>;
    }
    return (
      <BuyForm
        product={product}
        initialOrder={order}
        busy={mine?.phase === "sending" || mine?.phase === "placed"}
        problem={mine?.phase === "refused" ? mine.problem : null}
        notice={mine?.phase === "refused" ? noticeFor(mine) : null}
        onBuy={(body) => {
          setPressedHere(true);
          purchase.buy({ ordering: { kind: "product", body }, product, openedAt });
        }}
      />
    );
  }

  function firstTryOf(sending: { tries: number }): boolean {
    return pressedHere && sending.tries === 1;
  }

  /** All gone; where some are left but fewer than asked for, the form says so instead. */
  function isSoldOut(refused: Extract<PurchaseState, { phase: "refused" }>): boolean {
    if (refused.problem.code !== "SOLD_OUT") return false;
    const wanted = order?.cart[0]?.quantity ?? 1;
    return reloaded === null || reloaded.stock === 0 || reloaded.stock >= wanted;
  }

  function noticeFor({ problem, attempt }: Extract<PurchaseState, { phase: "refused" }>): FormNotice {
    const before = attempt.product ?? product;
    if (problem.code === "PRICE_CHANGED" && reloaded) {
      return {
        title: `The price is now ${formatMoney(product.price, product.currency)}`,
        text: `It was ${formatMoney(before.price, product.currency)} when you pressed. Nothing was ordered; check the new total first.`,
      };
    }
    if (problem.code === "SOLD_OUT") {
      return {
        title: `Only ${product.stock} left`,
        text: "Somebody was quicker. Nothing was ordered; you can still have what is left.",
      };
    }
    return refusalNotice(problem);
  }
}
