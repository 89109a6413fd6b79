import { useState } from "react";
import { ChevronDown, CreditCard } from "lucide-react";
import { DEMO_CARDS, type DemoCardId } from "@/features/checkout/demo-cards";

/** The two that most come to try; the others make trouble on purpose. */
const FIRST = 2;

interface DemoPaymentProps {
  chosen: DemoCardId;
  disabled: boolean;
  onChoose: (card: DemoCardId) => void;
}

export function DemoPayment({ chosen, disabled, onChoose }: DemoPaymentProps) {
  const [all, setAll] = useState(DEMO_CARDS.findIndex(({ id }) => id === chosen) >= FIRST);
  return (
    <fieldset disabled={disabled}>
      <legend className="text-sm font-semibold">
        Payment <span className="font-normal text-slate-600">(demo: no real money moves)</span>
      </legend>
      <div className="mt-1.5 grid grid-cols-2 gap-2">
        {DEMO_CARDS.slice(0, all ? undefined : FIRST).map((card) => (
          <label
            key={card.id}
            className="flex min-h-14 items-center gap-3 rounded-xl border border-slate-500 px-3 py-2 text-sm leading-tight transition hover:border-slate-800 has-checked:border-blue-600 has-checked:bg-blue-50 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-blue-600"
          >
            <input
              type="radio"
              name="card"
              value={card.id}
              checked={chosen === card.id}
              onChange={() => onChoose(card.id)}
              className="peer sr-only"
            />
            <CreditCard
              aria-hidden
              className="size-5 shrink-0 text-slate-500 peer-checked:text-blue-600"
              strokeWidth={1.75}
            />
            <span className="min-w-0">
              <span className="block font-semibold">{card.label}</span>
              <span className="text-slate-600">{card.hint}</span>
            </span>
          </label>
        ))}
      </div>
      {!all && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="mt-1 -ml-2 inline-flex min-h-11 items-center gap-1 rounded-xl px-2 text-sm font-semibold text-blue-700 transition hover:bg-blue-50 active:bg-blue-100"
        >
          More cards, for trouble on purpose
          <ChevronDown aria-hidden className="size-4" />
        </button>
      )}
    </fieldset>
  );
}
