import { ShoppingCart } from "lucide-react";

export function EmptyCart() {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-12 text-center">
      <span className="grid size-16 place-items-center rounded-2xl border border-slate-200 bg-white text-blue-600 shadow-sm">
        <ShoppingCart aria-hidden className="size-8" strokeWidth={1.75} />
      </span>
      <p className="text-lg font-semibold">Your cart is empty</p>
      <p className="text-pretty text-slate-600">What you put in stays here, also when you close the page.</p>
    </div>
  );
}
