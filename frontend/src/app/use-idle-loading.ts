import { useEffect } from "react";

const AFTER_MS = 1_500;

/** Loads code that is likely needed next, once the first view has had time to load its own. A failure is tried again when it is needed. */
export function useIdleLoading(loads: (() => Promise<unknown>)[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of loads) void load().catch(() => undefined);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [loads]);
}
