import { useEffect, useRef, useState } from "react";
import { Search } from "lucide-react";
import { fieldClass } from "@/components/ui/field-class";

const SETTLED_MS = 350;
const LONGEST = 100;

interface ProductSearchProps {
  words: string;
  onSearch: (words: string) => void;
}

/** Finds while one types, a moment after the last key. */
export function ProductSearch({ words, onSearch }: ProductSearchProps) {
  const [typed, setTyped] = useState(words);
  const [shownFor, setShownFor] = useState(words);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Back and Forward, or "clear all", changed the address: the field follows.
  if (shownFor !== words) {
    setShownFor(words);
    if (typed.trim() !== words) setTyped(words);
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        onSearch(typed);
      }}
      className="relative grow"
    >
      <label htmlFor="product-search" className="sr-only">
        Search products
      </label>
      <Search aria-hidden className="pointer-events-none absolute top-3.5 left-4 size-5 text-slate-500" />
      <input
        id="product-search"
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={LONGEST}
        placeholder="Search products"
        value={typed}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onSearch(next), SETTLED_MS);
        }}
        className={`${fieldClass} pl-12!`}
      />
    </form>
  );
}
