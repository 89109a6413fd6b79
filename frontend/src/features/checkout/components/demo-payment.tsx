import { CreditCard } from "lucide-react";
import { DEMO_CARDS, type DemoCardId } from "@/features/checkout/demo-cards";

interface DemoPaymentProps {
  chosen: DemoCardId;
  disabled: boolean;
  onChoose: (card: DemoCardId) => void;
}

export function DemoPayment({ chosen, disabled, onChoose }: DemoPaymentProps) {
  return (
    <fieldset disabled={disabled}>
      <legend className="text-sm font-semibold">
        Payment <span className="font-normal text-slate-600">(demo: no real money moves)</span>
      </legend>
      <div className="mt-1.5 grid grid-cols-2 gap-2">
        {DEMO_CARDS.map((card) => (
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
            <CreditCard aria-hidden className="size-5 shrink-0 text-slate-500 peer-checked:text-blue-600" strokeWidth={1.75} />
            <span>
              <span className="block font-semibold">{card.label}</span>
              <span className="text-slate-600">{card.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
