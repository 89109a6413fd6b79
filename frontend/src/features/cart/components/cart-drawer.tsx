import { useRef } from "react";
import { Link } from "react-router";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { CloseButton } from "@/components/ui/close-button";
import { Dialog } from "@/components/ui/dialog";
import { CartLines } from "@/features/cart/components/cart-lines";
import { CartTotals } from "@/features/cart/components/cart-totals";
import { CheckoutLink } from "@/features/cart/components/checkout-link";
import { EmptyCart } from "@/features/cart/components/empty-cart";
import { useCart } from "@/features/cart/use-cart";

const TITLE_ID = "cart-drawer-title";

export function CartDrawer({ onClose }: { onClose: () => void }) {
  const { cart } = useCart({ refresh: true });
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <Dialog labelledBy={TITLE_ID} onDismiss={onClose} place="side">
      <div className="flex min-h-full flex-col">
        <header className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-slate-200 bg-white py-3 pr-4 pl-5">
          <h2 ref={title} id={TITLE_ID} tabIndex={-1} className="text-lg font-bold tracking-tight">
            Your cart
          </h2>
          <CloseButton onClose={onClose} />
        </header>
        {cart.items.length === 0 ? (
          <div className="flex grow flex-col justify-center p-5">
            <EmptyCart />
            <Button look="quiet" size="large" onClick={onClose}>
              Go on shopping
            </Button>
          </div>
        ) : (
          <>
            <div className="grow px-5">
              <CartLines cart={cart} title={title} onLeave={onClose} />
            </div>
            <footer className="sticky bottom-0 space-y-3 border-t border-slate-200 bg-white p-5">
              <CartTotals cart={cart} />
              <CheckoutLink cart={cart} onLeave={onClose} />
              <Link to="/cart" onClick={onClose} className={`${buttonClass({ look: "quiet", size: "large" })} w-full`}>
                See the whole cart
              </Link>
            </footer>
          </>
        )}
      </div>
    </Dialog>
  );
}
