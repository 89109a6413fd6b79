import { CircleAlert, Info, Trash2 } from "lucide-react";
import { Link } from "react-router";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { mostOf } from "@/features/cart/cart-changes";
import type { CartItem } from "@/lib/api-types";
import { formatMoment } from "@/lib/format-time";
import { formatMoney } from "@/lib/money";

interface CartLineProps {
  item: CartItem;
  currency: string;
  onQuantity: (itemId: string, quantity: number) => void;
  onRemove: (item: CartItem) => void;
  /** Where it stands in a dialog: called as the shopper goes to another page. */
  onLeave?: (() => void) | undefined;
}

export function CartLine({ item, currency, onQuantity, onRemove, onLeave }: CartLineProps) {
  const gone = item.problem === "SOLD_OUT" || item.problem === "NOT_FOR_SALE";
  return (
    <li className="flex gap-4 py-5">
      {item.image ? (
        <img
          src={item.image}
          alt=""
          width={96}
          height={72}
          loading="lazy"
          className={`aspect-4/3 w-24 shrink-0 self-start rounded-xl border border-slate-200 bg-slate-100 object-cover ${gone ? "opacity-60 grayscale" : ""}`}
        />
      ) : (
        <span className="aspect-4/3 w-24 shrink-0 self-start rounded-xl border border-slate-200 bg-slate-100" />
      )}
      <div className="min-w-0 grow">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <Link
              to={`/products/${item.productId}`}
              onClick={onLeave}
              className="leading-snug font-semibold text-pretty underline-offset-4 hover:underline"
            >
              {item.name}
            </Link>
            {item.quantity > 1 && (
              <p className="text-sm text-slate-600 tabular-nums">{formatMoney(item.price, currency)} each</p>
            )}
          </div>
          <p className="font-semibold tabular-nums">{formatMoney(item.lineTotal, currency)}</p>
        </div>
        <LineProblem item={item} currency={currency} />
        <div className="mt-3 flex items-center justify-between gap-3">
          <QuantityStepper
            of={item.name}
            value={item.quantity}
            max={mostOf(item)}
            disabled={gone}
            onChange={(quantity) => onQuantity(item.itemId, quantity)}
          />
          <button
            type="button"
            aria-label={`Remove ${item.name}`}
            onClick={() => onRemove(item)}
            className="grid size-11 place-items-center rounded-xl text-slate-600 transition hover:bg-red-50 hover:text-red-700 active:bg-red-100"
          >
            <Trash2 aria-hidden className="size-5" strokeWidth={1.75} />
          </button>
        </div>
      </div>
    </li>
  );
}

/** Always there, so that what changes while the cart is open is also said. */
function LineProblem({ item, currency }: { item: CartItem; currency: string }) {
  const text = problemText(item, currency);
  const told = item.problem === "PRICE_CHANGED";
  const Icon = told ? Info : CircleAlert;
  return (
    <div role="status">
      {text && (
        <p
          className={`mt-2 flex items-start gap-1.5 rounded-lg px-2.5 py-1.5 text-sm font-medium ${told ? "bg-blue-50 text-blue-800" : "bg-red-50 text-red-700"}`}
        >
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
          {text}
        </p>
      )}
    </div>
  );
}

function problemText(item: CartItem, currency: string): string | null {
  switch (item.problem) {
    case null:
      return null;
    case "PRICE_CHANGED":
      return `${item.price > item.priceWhenAdded ? "The price rose" : "The price fell"}: it was ${formatMoney(item.priceWhenAdded, currency)} when you put it in.`;
    case "SOLD_OUT":
      return "Sold out. Take it out to order the rest.";
    case "NOT_ENOUGH":
      return item.available === 1 ? "Only 1 is left. Choose fewer." : `Only ${item.available} are left. Choose fewer.`;
    case "LIMIT_REACHED":
      return `One customer may have ${item.limitPerCustomer ?? "fewer"}. Choose fewer.`;
    case "NOT_FOR_SALE":
      if (item.saleStartsAt) {
        return `It can be ordered when its sale starts: ${formatMoment(item.saleStartsAt)}. Take it out to order the rest.`;
      }
      return "Cannot be ordered at the moment. Take it out to order the rest.";
  }
}
