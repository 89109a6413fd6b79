import { type SubmitEvent, useRef, useState } from "react";
import { Lock } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { TextField } from "@/components/ui/text-field";
import { DemoPayment } from "@/features/checkout/components/demo-payment";
import { OrderTotal } from "@/features/checkout/components/order-total";
import { type DemoCardId, tokenOf } from "@/features/checkout/demo-cards";
import type { ApiError } from "@/lib/api-client";
import type { OrderRequest, Product } from "@/lib/api-types";
import { formatMoney, totalsOf } from "@/lib/money";

const MOST_PER_ORDER = 10;

export interface BuyFormNotice {
  title: string;
  text: string;
}

interface BuyFormProps {
  product: Product;
  /** An order that was refused before: its entries are shown again. */
  initialOrder: OrderRequest | null;
  busy: boolean;
  problem: ApiError | null;
  notice: BuyFormNotice | null;
  onBuy: (order: OrderRequest) => void;
}

export function BuyForm({ product, initialOrder, busy, problem, notice, onBuy }: BuyFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState(initialOrder?.customerEmail ?? "");
  const [wanted, setQuantity] = useState(initialOrder?.cart[0]?.quantity ?? 1);
  const [card, setCard] = useState<DemoCardId>("approved");
  const [emailError, setEmailError] = useState<string>();

  const max = Math.max(1, Math.min(MOST_PER_ORDER, product.stock));
  const quantity = Math.min(wanted, max);
  const totals = totalsOf(product.price, quantity);
  const serverEmailError = problem?.details.find((detail) => detail.field === "customerEmail")?.message;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const error = emailProblem(email);
    setEmailError(error);
    if (error) {
      form.current?.querySelector<HTMLInputElement>("input[type=email]")?.focus();
      return;
    }
    const token = tokenOf(card);
    onBuy({
      cart: [{ id: product.id, price: product.price, quantity }],
      customerEmail: email.trim(),
      ...(token && { paymentToken: token }),
    });
  }

  return (
    <form ref={form} noValidate onSubmit={submit} className="space-y-5 p-5 sm:p-6">
      <TextField
        label="E-mail"
        type="email"
        name="email"
        data-first-focus
        autoComplete="email"
        inputMode="email"
        placeholder="you@example.com"
        value={email}
        readOnly={busy}
        hint="For your confirmation. No account needed."
        error={emailError ?? serverEmailError}
        onChange={(event) => {
          setEmail(event.target.value);
          if (emailError) setEmailError(emailProblem(event.target.value));
        }}
        onBlur={() => email !== "" && setEmailError(emailProblem(email))}
      />
      <div className="flex items-center justify-between gap-4">
        <div>
          <p className="text-sm font-semibold">Quantity</p>
          <p className="text-sm text-slate-600 tabular-nums">{max < MOST_PER_ORDER ? `${product.stock} left` : `Up to ${max}`}</p>
        </div>
        <QuantityStepper value={quantity} max={max} disabled={busy} onChange={setQuantity} />
      </div>
      <DemoPayment chosen={card} disabled={busy} onChoose={setCard} />
      <OrderTotal totals={totals} currency={product.currency} />
      <div role="alert" className="empty:hidden">
        {notice && (
          <Notice tone="alert" title={notice.title}>
            {notice.text}
          </Notice>
        )}
      </div>
      <Button type="submit" size="large" busy={busy} aria-disabled={busy} className="w-full text-lg">
        {busy ? "Placing your order…" : `Pay ${formatMoney(totals.total, product.currency)}`}
      </Button>
      <p className="flex items-start justify-center gap-2 text-center text-sm text-slate-600">
        <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
        Charged once, even if you press twice or lose the connection.
      </p>
    </form>
  );
}

function emailProblem(email: string): string | undefined {
  if (email.trim() === "") return "Enter your e-mail address";
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email.trim()) ? undefined : "Enter an address like name@example.com";
}
