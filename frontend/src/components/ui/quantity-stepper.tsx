import { Minus, Plus } from "lucide-react";

interface QuantityStepperProps {
  value: number;
  max: number;
  disabled?: boolean;
  /** What it counts, where a page has several. */
  of?: string;
  onChange: (quantity: number) => void;
}

const STEP =
  "grid size-11 place-items-center rounded-lg text-slate-800 transition hover:bg-slate-100 active:bg-slate-200 " +
  "disabled:text-slate-400 disabled:hover:bg-transparent";

export function QuantityStepper({ value, max, disabled = false, of, onChange }: QuantityStepperProps) {
  return (
    <div
      role="group"
      aria-label={of ? `Quantity of ${of}` : "Quantity"}
      className="inline-flex items-center rounded-xl border border-slate-500 bg-white"
    >
      <button
        type="button"
        className={STEP}
        aria-label={of ? `One fewer: ${of}` : "One fewer"}
        disabled={disabled || value <= 1}
        onClick={() => onChange(value - 1)}
      >
        <Minus aria-hidden className="size-5" />
      </button>
      <output aria-live="polite" className="w-9 text-center font-semibold tabular-nums">
        {value}
      </output>
      <button
        type="button"
        className={STEP}
        aria-label={of ? `One more: ${of}` : "One more"}
        disabled={disabled || value >= max}
        onClick={() => onChange(value + 1)}
      >
        <Plus aria-hidden className="size-5" />
      </button>
    </div>
  );
}
