export interface ButtonLook {
  look?: "primary" | "quiet" | undefined;
  size?: "large" | "medium" | undefined;
}

const SHAPE =
  "inline-flex items-center justify-center gap-2 rounded-xl font-semibold whitespace-nowrap select-none " +
  "transition duration-150 active:scale-[0.98] disabled:active:scale-100 aria-disabled:active:scale-100";

const LOOKS = {
  primary:
    "bg-blue-600 text-white shadow-sm hover:bg-blue-700 active:bg-blue-800 " +
    "disabled:bg-slate-200 disabled:text-slate-600 disabled:shadow-none aria-disabled:bg-blue-700",
  quiet:
    "border border-slate-300 bg-white text-slate-800 hover:border-slate-400 hover:bg-slate-50 active:bg-slate-100 " +
    "disabled:border-slate-200 disabled:bg-slate-100 disabled:text-slate-500",
};

const SIZES = {
  large: "min-h-12 px-6 py-3 text-base",
  medium: "min-h-11 px-4 py-2 text-sm",
};

/** The look of a button, for buttons and for links that act as one. */
export function buttonClass({ look = "primary", size = "medium" }: ButtonLook = {}): string {
  return `${SHAPE} ${LOOKS[look]} ${SIZES[size]}`;
}
