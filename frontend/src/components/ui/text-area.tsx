import { type TextareaHTMLAttributes, useId } from "react";

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string;
}

export function TextArea({ label, className = "", ...area }: TextAreaProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        className="mt-1.5 block w-full rounded-xl border border-slate-500 bg-white px-4 py-3 text-base placeholder:text-slate-500 read-only:bg-slate-50"
        {...area}
      />
    </div>
  );
}
