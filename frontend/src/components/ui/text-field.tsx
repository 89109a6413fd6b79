import { type InputHTMLAttributes, useId } from "react";
import { CircleAlert } from "lucide-react";
import { fieldClass } from "@/components/ui/field-class";

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string;
  error?: string | undefined;
  "data-first-focus"?: boolean;
}

export function TextField({ label, hint, error, className = "", ...input }: TextFieldProps) {
  const ownId = useId();
  const id = input.id ?? ownId;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      <input
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={`${fieldClass} mt-1.5`}
        {...input}
        id={id}
      />
      {error && (
        <p id={`${id}-error`} className="mt-1.5 flex items-center gap-1.5 text-sm font-medium text-red-600">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-slate-600">
          {hint}
        </p>
      )}
    </div>
  );
}
