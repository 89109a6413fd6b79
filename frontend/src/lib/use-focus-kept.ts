import { type RefObject, useEffect, useRef } from "react";

/**
 * Where the control that had the focus goes away as `scene` changes, the focus moves here instead of being lost. In no
 * scene (null) there is nothing to keep.
 */
export function useFocusKept<T extends HTMLElement>(scene: string | null): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    if (scene === null) return;
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused instanceof HTMLDialogElement) {
      ref.current?.focus({ preventScroll: true });
    }
  }, [scene]);
  return ref;
}
