import { useLayoutEffect, useRef } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Skeleton } from "@/components/ui/skeleton";
import { categoriesQuery } from "@/features/catalog/api/get-categories";
import { type ProductFilters, searchOf } from "@/features/catalog/product-filters";

const CHIP =
  "inline-flex min-h-10 items-center rounded-full border px-4 text-sm font-medium whitespace-nowrap transition active:scale-[0.98] " +
  "border-slate-300 bg-white text-slate-700 hover:border-slate-400 hover:text-slate-900 " +
  "aria-[current]:border-slate-900 aria-[current]:bg-slate-900 aria-[current]:text-white";

const EDGE_PX = 16;

/** Plain links: a category is an address that can be shared and gone back to. The other filters stay. */
export function CategoryFilter({ filters }: { filters: ProductFilters }) {
  const nav = useRef<HTMLElement>(null);
  const { data: categories } = useQuery(categoriesQuery);
  const chosen = filters.category;

  // On a phone the row is wider than the screen: begin with the chosen one in sight.
  useLayoutEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (nav.current && current) nav.current.scrollLeft = current.offsetLeft - EDGE_PX;
  }, [chosen, categories]);

  if (!categories) return <Skeleton className="h-12 max-w-lg rounded-full" />;
  const chips = [{ id: null, name: "Everything" }, ...categories.filter(({ productCount }) => productCount > 0)];
  return (
    <nav
      ref={nav}
      aria-label="Categories"
      className="relative -mx-4 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:mx-0 sm:-ml-1 sm:px-1"
    >
      <ul className="flex gap-2">
        {chips.map(({ id, name }) => (
          <li key={id}>
            <Link
              to={{ pathname: "/", search: searchOf({ ...filters, category: id }).toString() }}
              preventScrollReset
              aria-current={id === chosen ? "page" : undefined}
              className={CHIP}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
