import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";

interface DialogProps {
  labelledBy: string;
  /** Called for Escape and a press beside the dialog; without it the dialog stays until its content closes it. */
  onDismiss?: (() => void) | undefined;
  /** In the middle (on a phone at the bottom), or along the right edge. */
  place?: keyof typeof PLACES;
  children: ReactNode;
}

const PLACES = {
  middle:
    "m-auto mb-0 max-h-[94dvh] w-full max-w-full animate-rise rounded-t-3xl sm:mb-auto sm:max-w-lg sm:rounded-3xl",
  side: "my-0 mr-0 ml-auto h-dvh max-h-dvh w-full max-w-full animate-slide sm:max-w-md sm:rounded-l-3xl",
};

/**
 * A modal, open for as long as it is rendered. The browser traps the focus in it and gives it back afterwards; an
 * element marked `data-first-focus` gets it first.
 */
export function Dialog({ labelledBy, onDismiss, place = "middle", children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Not on touch screens, where the keyboard would cover what the dialog has to say.
    if (window.matchMedia("(pointer: fine)").matches) {
      dialog?.querySelector<HTMLElement>("[data-first-focus]")?.focus();
    }
    return () => dialog?.close();
  }, []);

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const dismiss = (event: Event) => {
      event.preventDefault();
      onDismiss?.();
    };
    const pressBeside = (event: PointerEvent) => {
      if (event.target === dialog) onDismiss?.();
    };
    // A second Escape closes a dialog whatever the page says: open it again unless it may be dismissed.
    const closed = () => {
      if (onDismiss) onDismiss();
      else if (dialog.isConnected) dialog.showModal();
    };
    dialog.addEventListener("cancel", dismiss);
    dialog.addEventListener("close", closed);
    dialog.addEventListener("pointerdown", pressBeside);
    return () => {
      dialog.removeEventListener("cancel", dismiss);
      dialog.removeEventListener("close", closed);
      dialog.removeEventListener("pointerdown", pressBeside);
    };
  }, [onDismiss]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={labelledBy}
      className={`overflow-y-auto overscroll-contain bg-white text-slate-900 shadow-2xl backdrop:animate-fade backdrop:bg-slate-900/50 ${PLACES[place]}`}
    >
      {children}
    </dialog>
  );
}
