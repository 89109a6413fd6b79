import { useState } from "react";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { type FormNotice, OrderForm } from "@/features/checkout/components/order-form";
import type { ApiError } from "@/lib/api-client";
import type { OrderRequest, Product } from "@/lib/api-types";
import { totalsOf } from "@/lib/money";

const MOST_PER_ORDER = 10;

interface BuyFormProps {
  product: Product;
  /** An order that was refused before: its entries are shown again. */
  initialOrder: OrderRequest | null;
  busy: boolean;
  problem: ApiError | null;
  notice: FormNotice | null;
  onBuy: (order: OrderRequest) => void;
}

export function BuyForm({ product, initialOrder, busy, problem, notice, onBuy }: BuyFormProps) {
  const [wanted, setQuantity] = useState(initialOrder?.cart[0]?.quantity ?? 1);
  const limit = product.limitPerCustomer ?? MOST_PER_ORDER;
  const max = Math.max(1, Math.min(MOST_PER_ORDER, limit, product.stock));
  const quantity = Math.min(wanted, max);
  return (
    <OrderForm
      entries={initialOrder}
      totals={totalsOf(product.price, quantity)}
      currency={product.currency}
      busy={busy}
      problem={problem}
      notice={notice}
      onOrder={(entries) => onBuy({ cart: [{ id: product.id, price: product.price, quantity }], ...entries })}
    >
      <div className="flex items-center justify-between gap-4">
        <div>
          <p className="text-sm font-semibold">Quantity</p>
          <p className="text-sm text-slate-600 tabular-nums">{boundText()}</p>
        </div>
        <QuantityStepper value={quantity} max={max} disabled={busy} onChange={setQuantity} />
      </div>
    </OrderForm>
  );

  function boundText(): string {
    if (product.stock <= limit && product.stock < MOST_PER_ORDER) return `${product.stock} left`;
    return limit < MOST_PER_ORDER ? `${limit} per customer` : `Up to ${max}`;
  }
}
