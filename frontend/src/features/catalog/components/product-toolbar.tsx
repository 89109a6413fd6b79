import { useState } from "react";
import { SlidersHorizontal } from "lucide-react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { PriceFilter } from "@/features/catalog/components/price-filter";
import { ProductSearch } from "@/features/catalog/components/product-search";
import { narrowing, type ProductFilters, type SortId, SORTS } from "@/features/catalog/product-filters";

interface ProductToolbarProps {
  filters: ProductFilters;
  onChange: (change: Partial<ProductFilters>, how?: { replace: boolean }) => void;
}

export function ProductToolbar({ filters, onChange }: ProductToolbarProps) {
  const active = narrowing(filters);
  const [open, setOpen] = useState(active > 0);
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
            <span className="grid size-6 place-items-center rounded-full bg-blue-600 text-xs text-white tabular-nums">{active}</span>
          )}
        </Button>
        <label className="grow sm:grow-0">
          <span className="sr-only">Sort by</span>
          <select
            value={filters.sort}
            onChange={(event) => onChange({ sort: event.target.value as SortId })}
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
        <div
          id="product-filters"
          className="mt-3 flex animate-fade flex-wrap items-end gap-x-8 gap-y-4 rounded-2xl border border-slate-200 bg-white p-4"
        >
          <PriceFilter
            key={`${filters.minPrice} ${filters.maxPrice}`}
            minPrice={filters.minPrice}
            maxPrice={filters.maxPrice}
            onChange={onChange}
          />
          <label className="flex min-h-12 items-center gap-3 text-sm font-semibold">
            <input
              type="checkbox"
              checked={filters.inStock}
              onChange={(event) => onChange({ inStock: event.target.checked })}
              className="size-6 accent-blue-600"
            />
            Only what is in stock
          </label>
        </div>
      )}
    </div>
  );
}
