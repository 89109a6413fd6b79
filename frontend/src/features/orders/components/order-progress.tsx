import { Check, X } from "lucide-react";
import { formatTime } from "@/lib/format-time";
import { type Step, type StepState, stepsOf } from "@/features/orders/order-steps";
import type { Order } from "@/lib/api-types";

const DISCS: Record<StepState, string> = {
  done: "bg-green-700 text-white",
  current: "bg-white text-blue-600 ring-2 ring-blue-600 ring-inset",
  failed: "bg-red-600 text-white",
  upcoming: "bg-white text-slate-500 ring-2 ring-slate-300 ring-inset",
};

const SPOKEN: Record<StepState, string> = {
  done: "done",
  current: "in progress",
  failed: "failed",
  upcoming: "not yet",
};

export function OrderProgress({ order }: { order: Order }) {
  return (
    <section aria-label="Progress" className="mt-4 rounded-3xl border border-slate-200 bg-white p-6 shadow-xs sm:p-8">
      <OrderSteps order={order} />
    </section>
  );
}

/** Side by side where there is room, unless `upright`. */
export function OrderSteps({ order, upright = false }: { order: Order; upright?: boolean }) {
  const steps = stepsOf(order);
  return (
    <ol className={`grid gap-0 ${upright ? "" : "sm:grid-cols-4"}`}>
      {steps.map((step, index) => (
        <StepItem key={step.id} step={step} number={index + 1} next={steps[index + 1]} upright={upright} />
      ))}
    </ol>
  );
}

const SIDEWAYS = {
  item: "sm:flex-col sm:items-center sm:gap-3 sm:pb-0 sm:text-center",
  line: "sm:top-4.5 sm:right-[calc(-50%+1.75rem)] sm:bottom-auto sm:left-[calc(50%+1.75rem)] sm:h-0.5 sm:w-auto sm:translate-x-0",
};

interface StepItemProps {
  step: Step;
  number: number;
  next: Step | undefined;
  upright: boolean;
}

function StepItem({ step, number, next, upright }: StepItemProps) {
  return (
    <li
      aria-current={step.state === "current" ? "step" : undefined}
      className={`relative flex gap-4 pb-6 last:pb-0 ${upright ? "" : SIDEWAYS.item}`}
    >
      {next && (
        <span
          aria-hidden
          className={`absolute top-9 bottom-0 left-4.5 w-0.5 -translate-x-1/2 ${upright ? "" : SIDEWAYS.line} ${next.state === "done" ? "bg-green-700" : "bg-slate-200"}`}
        />
      )}
      <span className={`grid size-9 shrink-0 place-items-center rounded-full text-sm font-bold ${DISCS[step.state]}`}>
        <StepMark state={step.state} number={number} />
      </span>
      <span className="min-h-11">
        <span className={`block font-semibold ${step.state === "upcoming" ? "text-slate-600" : ""}`}>{step.label}</span>
        <span className="sr-only">: {SPOKEN[step.state]}</span>
        <span className="block text-sm text-slate-600 tabular-nums">{step.at && formatTime(step.at)}</span>
      </span>
    </li>
  );
}

function StepMark({ state, number }: { state: StepState; number: number }) {
  if (state === "done") return <Check aria-hidden className="size-5" strokeWidth={3} />;
  if (state === "failed") return <X aria-hidden className="size-5" strokeWidth={3} />;
  if (state === "current") return <span className="size-3 animate-pulse rounded-full bg-blue-600" />;
  return <span aria-hidden>{number}</span>;
}
