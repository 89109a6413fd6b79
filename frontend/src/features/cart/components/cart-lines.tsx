import { type RefObject, useRef } from "react";
import type { ShownCart } from "@/features/cart/cart-changes";
import { CartLine } from "@/features/cart/components/cart-line";
import { useChangeCart } from "@/features/cart/use-cart";
import type { CartItem } from "@/lib/api-types";
import { showToast } from "@/lib/toasts";

interface CartLinesProps {
  cart: ShownCart;
  /** Stays when the last line goes. */
  title: RefObject<HTMLElement | null>;
  onLeave?: (() => void) | undefined;
}

export function CartLines({ cart, title, onLeave }: CartLinesProps) {
  const { setQuantity, remove } = useChangeCart();
  const list = useRef<HTMLUListElement>(null);

  function takeOut(item: CartItem) {
    // The button goes with its line: the list is where the keyboard goes on, or what stands above it.
    (cart.items.length > 1 ? list : title).current?.focus({ preventScroll: true });
    remove(item.itemId);
    showToast({ tone: "good", text: `${item.name} is out of your cart.` });
  }

  return (
    <ul ref={list} tabIndex={-1} aria-label="Products in your cart" className="divide-y divide-slate-200">
      {cart.items.map((item) => (
        <CartLine
          key={item.itemId}
          item={item}
          currency={cart.currency}
          onQuantity={setQuantity}
          onRemove={takeOut}
          onLeave={onLeave}
        />
      ))}
    </ul>
  );
}
