/** The look of a one-line field, for inputs and selects. */
export const fieldClass =
  "block h-12 w-full rounded-xl border border-slate-500 bg-white px-4 text-base placeholder:text-slate-500 " +
  "read-only:bg-slate-50 aria-invalid:border-red-600";
