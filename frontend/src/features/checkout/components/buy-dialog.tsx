import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { BuyForm, type BuyFormNotice } from "@/features/checkout/components/buy-form";
import { DialogHeader } from "@/features/checkout/components/dialog-header";
import { RetryPanel } from "@/features/checkout/components/retry-panel";
import { SoldOutPanel } from "@/features/checkout/components/sold-out-panel";
import type { Purchase, PurchaseState } from "@/features/checkout/purchase";
import { priceNamedIn } from "@/features/checkout/price-named-in";
import { usePurchase } from "@/features/checkout/use-purchase";
import type { Product } from "@/lib/api-types";
import { formatMoney } from "@/lib/money";

const TITLE_ID = "buy-dialog-title";

interface BuyDialogProps {
  purchase: Purchase;
  product: Product;
  /** Reads the product again, past any cache, when the shop refused what is shown. */
  reloadProduct: (productId: string) => Promise<Product>;
  onClose: () => void;
}

export function BuyDialog({ purchase, product: offered, reloadProduct, onClose }: BuyDialogProps) {
  const state = usePurchase(purchase);
  const mine = "attempt" in state && state.attempt.product.id === offered.id ? state : null;
  const [pressedHere, setPressedHere] = useState(false);
  const [reloaded, setReloaded] = useState<Product | null>(null);
  const product = reloaded ?? offered;

  useEffect(() => {
    if (state.phase !== "refused" || !["PRICE_CHANGED", "SOLD_OUT"].includes(state.problem.code)) return;
    let shown = true;
    const named = priceNamedIn(state.problem);
    reloadProduct(state.attempt.product.id).then(
      (fresh) => shown && setReloaded({ ...fresh, price: named ?? fresh.price }),
      () => shown && named !== null && setReloaded({ ...state.attempt.product, price: named }),
    );
    return () => {
      shown = false;
    };
  }, [state, reloadProduct]);

  const inFlight = mine?.phase === "sending" || mine?.phase === "waiting";
  const close = () => {
    if (mine?.phase === "refused") purchase.reset();
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
    if (mine?.phase === "refused" && isSoldOut(mine)) return <SoldOutPanel onClose={close} />;
    return (
      <BuyForm
        product={product}
        initialOrder={mine?.attempt.order ?? null}
        busy={mine?.phase === "sending" || mine?.phase === "placed"}
        problem={mine?.phase === "refused" ? mine.problem : null}
        notice={mine?.phase === "refused" ? noticeFor(mine) : null}
        onBuy={(order) => {
          setPressedHere(true);
          purchase.buy(product, order);
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
    const wanted = refused.attempt.order.cart[0]?.quantity ?? 1;
    return reloaded === null || reloaded.stock === 0 || reloaded.stock >= wanted;
  }

  function noticeFor({ problem, attempt }: Extract<PurchaseState, { phase: "refused" }>): BuyFormNotice {
    switch (problem.code) {
      case "PRICE_CHANGED":
        return {
          title: reloaded
            ? `The price is now ${formatMoney(product.price, product.currency)}`
            : "The price has just changed",
          text: `It was ${formatMoney(attempt.product.price, product.currency)} when you pressed. Nothing was ordered; check the new total first.`,
        };
      case "SOLD_OUT":
        return {
          title: `Only ${product.stock} left`,
          text: "Somebody was quicker. Nothing was ordered; you can still have what is left.",
        };
      case "SALE_NOT_STARTED":
        return { title: "The sale has not started yet", text: `${problem.details[0]?.message ?? problem.message} Nothing was ordered.` };
      case "LIMIT_REACHED":
        return { title: "That is more than one customer may have", text: "Nothing was ordered; choose fewer." };
      case "VALIDATION_FAILED":
        return { title: "Please check your order", text: problem.message };
      default:
        return { title: "Your order was not placed", text: `${problem.message} You were not charged.` };
    }
  }
}
