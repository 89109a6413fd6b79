import { Link } from "react-router";
import { buttonClass } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";
import { type ShownCart, standsInTheWay } from "@/features/cart/cart-changes";
import { formatMoney } from "@/lib/money";

interface CheckoutLinkProps {
  cart: ShownCart;
  onLeave?: (() => void) | undefined;
}

/** On to the checkout, or what has to be put right first. */
export function CheckoutLink({ cart, onLeave }: CheckoutLinkProps) {
  const wrong = cart.items.filter(standsInTheWay).length;
  if (wrong > 0) {
    return (
      <Notice
        tone="alert"
        title={wrong === 1 ? "One product needs your attention" : `${wrong} products need your attention`}
      >
        Change or take out what is marked, then you can go on.
      </Notice>
    );
  }
  return (
    <Link to="/checkout" onClick={onLeave} className={`${buttonClass({ size: "large" })} w-full text-lg`}>
      Check out · {formatMoney(cart.totalAmount, cart.currency)}
    </Link>
  );
}
