import { lazy, Suspense } from "react";
import { loadCode } from "@/lib/load-code";
import { useToasts } from "@/lib/toasts";

const ToastCard = lazy(() =>
  loadCode(() => import("@/components/ui/toast-card")).then((module) => ({ default: module.ToastCard })),
);

/** The region is there from the start, so that what comes into it is also said. */
export function Toasts() {
  const toasts = useToasts();
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-30 flex flex-col items-center gap-2 p-4 sm:items-end sm:p-6"
    >
      <Suspense fallback={null}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </Suspense>
    </div>
  );
}
