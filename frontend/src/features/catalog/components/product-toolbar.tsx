import { lazy, startTransition, Suspense, useOptimistic, useState } from "react";
import { SlidersHorizontal } from "lucide-react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { Skeleton } from "@/components/ui/skeleton";
import { ProductSearch } from "@/features/catalog/components/product-search";
import { narrowing, type ProductFilters, type SortId, SORTS } from "@/features/catalog/product-filters";
import { loadCode } from "@/lib/load-code";

const FilterPanel = lazy(() =>
  loadCode(() => import("@/features/catalog/components/filter-panel")).then((module) => ({
    default: module.FilterPanel,
  })),
);

interface ProductToolbarProps {
  filters: ProductFilters;
  onChange: (change: Partial<ProductFilters>, how?: { replace: boolean }) => void;
}

export function ProductToolbar({ filters, onChange }: ProductToolbarProps) {
  const active = narrowing(filters);
  const [open, setOpen] = useState(active > 0);
  // The address follows in a transition: until then the next press of an arrow key goes on from what was chosen last.
  const [sort, showSort] = useOptimistic(filters.sort);
  const choose = (next: SortId) => {
    startTransition(() => {
      showSort(next);
      onChange({ sort: next });
    });
  };
  return (
    <div>
      <div className="flex flex-wrap gap-3">
        <div className="flex w-full sm:w-auto sm:grow">
          <ProductSearch words={filters.q} onSearch={(q) => onChange({ q: q.trim() }, { replace: filters.q !== "" })} />
        </div>
        <Button
          look="quiet"
          size="large"
          aria-expanded={open}
          aria-controls="product-filters"
          onClick={() => setOpen(!open)}
          className="grow px-4! sm:grow-0"
        >
          <SlidersHorizontal aria-hidden className="size-5" />
          Filters
          {active > 0 && (
            <span className="grid size-6 place-items-center rounded-full bg-blue-600 text-xs text-white tabular-nums">
              {active}
            </span>
          )}
        </Button>
        <label className="grow sm:grow-0">
          <span className="sr-only">Sort by</span>
          <select
            value={sort}
            onChange={(event) => choose(event.target.value as SortId)}
            className={`${fieldClass} pr-2! text-sm! font-semibold`}
          >
            {SORTS.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      {open && (
        <Suspense fallback={<Skeleton className="mt-3 h-28 rounded-2xl" />}>
          <FilterPanel id="product-filters" filters={filters} onChange={onChange} />
        </Suspense>
      )}
    </div>
  );
}
