import { type RefObject, useEffect, useRef } from "react";
import { CircleAlert } from "lucide-react";
import type { Problem } from "@/lib/use-submission";

interface ErrorSummaryProps {
  problems: Problem[];
  form: RefObject<HTMLFormElement | null>;
}

/** All that keeps a form from being sent, in one place that gets the focus; each line leads to its field. */
export function ErrorSummary({ problems, form }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);

  if (problems.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="flex gap-3 rounded-2xl border border-red-200 bg-red-50 p-4 text-sm leading-6 outline-none"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-red-600" />
      <div className="min-w-0">
        <p className="font-semibold">{problems.length === 1 ? "There is a problem" : `There are ${problems.length} problems`}</p>
        <ul>
          {problems.map(({ field, message }) => (
            <li key={message} className="text-slate-700">
              {field ? (
                <button
                  type="button"
                  className="min-h-6 text-left font-medium text-red-700 underline underline-offset-4"
                  onClick={() => focusField(form.current, field)}
                >
                  {message}
                </button>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function focusField(form: HTMLFormElement | null, field: string): void {
  const found = form?.elements.namedItem(field);
  const control = found instanceof RadioNodeList ? found[0] : found;
  if (control instanceof HTMLElement) control.focus();
}
