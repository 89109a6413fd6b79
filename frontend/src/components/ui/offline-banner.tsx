import { useSyncExternalStore } from "react";
import { WifiOff } from "lucide-react";

/** Says once that the connection is gone; it leaves when it is back. */
export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className="fixed inset-x-0 top-16 z-10">
      {!online && (
        <p className="flex items-center justify-center gap-2.5 bg-slate-900 px-4 py-2.5 text-center text-sm font-medium text-white">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          You are offline. What you see may be old; we go on when you are back.
        </p>
      )}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
