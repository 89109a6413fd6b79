import { useLayoutEffect, useRef } from "react";
import { Link } from "react-router";
import { categoryLabel } from "@/lib/category-label";

interface CategoryFilterProps {
  categories: string[];
  chosen: string | null;
}

const CHIP =
  "inline-flex min-h-10 items-center rounded-full border px-4 text-sm font-medium whitespace-nowrap transition active:scale-[0.98] " +
  "border-slate-300 bg-white text-slate-700 hover:border-slate-400 hover:text-slate-900 " +
  "aria-[current]:border-slate-900 aria-[current]:bg-slate-900 aria-[current]:text-white";

const EDGE_PX = 16;

/** Plain links: a category is an address that can be shared and gone back to. */
export function CategoryFilter({ categories, chosen }: CategoryFilterProps) {
  const nav = useRef<HTMLElement>(null);

  // On a phone the row is wider than the screen: begin with the chosen one in sight.
  useLayoutEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (nav.current && current) nav.current.scrollLeft = current.offsetLeft - EDGE_PX;
  }, [chosen]);

  return (
    <nav ref={nav} aria-label="Categories" className="relative -mx-4 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:mx-0 sm:px-1 sm:-ml-1">
      <ul className="flex gap-2">
        {[null, ...categories].map((category) => (
          <li key={category}>
            <Link
              to={category ? `/?category=${category}` : "/"}
              preventScrollReset
              aria-current={category === chosen ? "page" : undefined}
              className={CHIP}
            >
              {category ? categoryLabel(category) : "Everything"}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
