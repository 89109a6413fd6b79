import { useEffect } from "react";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { dropToast, type Toast } from "@/lib/toasts";

const SHOWN_MS = 6_000;

/** Good news leaves by itself; what went wrong stays until it is closed. */
export function ToastCard({ toast }: { toast: Toast }) {
  const good = toast.tone === "good";
  useEffect(() => {
    if (!good) return;
    const timer = setTimeout(() => dropToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [good, toast.id]);

  const Icon = good ? CircleCheck : CircleAlert;
  return (
    <div className="pointer-events-auto flex w-full max-w-md animate-rise items-center gap-3 rounded-2xl border border-slate-200 bg-white py-2 pr-2 pl-4 shadow-xl shadow-slate-900/10">
      <Icon aria-hidden className={`size-5 shrink-0 ${good ? "text-green-700" : "text-red-600"}`} />
      <p className="grow text-sm font-medium">{toast.text}</p>
      {toast.action && (
        <button
          type="button"
          className="min-h-11 shrink-0 rounded-xl px-3 text-sm font-semibold text-blue-700 transition hover:bg-blue-50 active:bg-blue-100"
          onClick={() => {
            dropToast(toast.id);
            toast.action?.onPress();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        aria-label="Close the message"
        className="grid size-11 shrink-0 place-items-center rounded-xl text-slate-600 transition hover:bg-slate-100 active:bg-slate-200"
        onClick={() => dropToast(toast.id)}
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  );
}
