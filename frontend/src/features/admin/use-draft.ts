import { useState } from "react";

/** What somebody makes of `value` in a form; where that becomes another (Back, a link), the form follows. */
export function useDraft<T>(value: T) {
  const [draft, setDraft] = useState(value);
  const [shownFor, setShownFor] = useState(value);
  if (JSON.stringify(shownFor) !== JSON.stringify(value)) {
    setShownFor(value);
    setDraft(value);
  }
  return [draft, setDraft] as const;
}
