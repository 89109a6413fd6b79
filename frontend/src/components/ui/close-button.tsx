import { X } from "lucide-react";

/** Keeps its room while it cannot be used, so that nothing moves. */
export function CloseButton({ onClose }: { onClose?: (() => void) | undefined }) {
  return (
    <button
      type="button"
      aria-label="Close"
      onClick={onClose}
      disabled={!onClose}
      className="-mr-1 grid size-11 shrink-0 place-items-center self-start rounded-xl text-slate-600 transition hover:bg-slate-100 hover:text-slate-900 active:bg-slate-200 disabled:invisible"
    >
      <X aria-hidden className="size-5" />
    </button>
  );
}
