import { useRef } from "react";

/** One idempotency key for as long as the same is asked: a repeat is the same attempt, something else is another. */
export function useKeyFor(): (asked: unknown) => string {
  const last = useRef({ asked: "", key: "" });
  return (asked) => {
    const text = JSON.stringify(asked);
    if (last.current.asked !== text) last.current = { asked: text, key: crypto.randomUUID() };
    return last.current.key;
  };
}
