import { type ReactNode, type SubmitEvent, useId, useRef, useState } from "react";
import { Lock } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ErrorSummary, type FormError } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { EmailField } from "@/components/ui/email-field";
import { DemoPayment } from "@/features/checkout/components/demo-payment";
import { OrderTotal } from "@/features/checkout/components/order-total";
import { cardOf, type DemoCardId, tokenOf } from "@/features/checkout/demo-cards";
import type { ApiError } from "@/lib/api-client";
import { ADDRESS_REFUSED, asSent, emailProblem } from "@/lib/email-problem";
import { formatMoney, type Totals } from "@/lib/money";

/** Who orders, and how it is paid. */
export interface OrderEntries {
  customerEmail: string;
  paymentToken?: string;
}

export interface FormNotice {
  title: string;
  text: string;
}

interface OrderFormProps {
  /** What was entered before, shown again after a refusal. */
  entries: Partial<OrderEntries> | null;
  totals: Totals;
  currency: string;
  busy: boolean;
  /** What is to be ordered is still being changed: nothing is sent before that is settled. */
  changing?: boolean;
  problem: ApiError | null;
  notice: FormNotice | null;
  /** What else is to be chosen, between the address and the payment. */
  children?: ReactNode;
  onOrder: (entries: OrderEntries) => void;
}

/** A guest's order: an address and a card, with the whole total before paying. */
export function OrderForm({
  entries,
  totals,
  currency,
  busy,
  changing = false,
  problem,
  notice,
  children,
  onOrder,
}: OrderFormProps) {
  const emailId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState(entries?.customerEmail ?? "");
  const [card, setCard] = useState<DemoCardId>(cardOf(entries?.paymentToken));
  const [emailError, setEmailError] = useState<string>();

  const shopRefuses = (field: string) => problem?.details.some((detail) => detail.field === field);
  const shownEmailError = emailError ?? (shopRefuses("customerEmail") ? ADDRESS_REFUSED : undefined);
  const errors: FormError[] = [
    ...(shownEmailError ? [{ fieldId: emailId, text: shownEmailError }] : []),
    ...(shopRefuses("paymentToken") ? [{ fieldId: null, text: "Choose another card" }] : []),
  ];

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (changing) return;
    const error = emailProblem(email);
    setEmailError(error);
    if (error) {
      document.getElementById(emailId)?.focus();
      return;
    }
    const token = tokenOf(card);
    onOrder({ customerEmail: asSent(email), ...(token && { paymentToken: token }) });
  }

  return (
    <form ref={form} noValidate onSubmit={submit} className="space-y-5 p-5 sm:p-6">
      <ErrorSummary errors={errors} />
      <EmailField
        id={emailId}
        data-first-focus
        placeholder="you@example.com"
        value={email}
        readOnly={busy}
        required
        hint="For your confirmation. No account needed."
        error={shownEmailError}
        onChange={(event) => {
          setEmail(event.target.value);
          if (emailError) setEmailError(emailProblem(event.target.value));
        }}
        onBlur={() => email !== "" && setEmailError(emailProblem(email))}
      />
      {children}
      <DemoPayment chosen={card} disabled={busy} onChoose={setCard} />
      <OrderTotal totals={totals} currency={currency} />
      <div role="alert" className="empty:hidden">
        {notice && (
          <Notice tone="alert" title={notice.title}>
            {notice.text}
          </Notice>
        )}
      </div>
      <Button
        type="submit"
        size="large"
        busy={busy || changing}
        aria-disabled={busy || changing}
        className="w-full text-lg"
      >
        {busy ? "Placing your order…" : changing ? "Saving your cart…" : `Pay ${formatMoney(totals.total, currency)}`}
      </Button>
      <p className="flex items-start justify-center gap-2 text-center text-sm text-slate-600">
        <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
        Charged once, even if you press twice or lose the connection.
      </p>
    </form>
  );
}
