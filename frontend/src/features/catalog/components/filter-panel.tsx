import { PriceFilter } from "@/features/catalog/components/price-filter";
import type { ProductFilters } from "@/features/catalog/product-filters";

interface FilterPanelProps {
  id: string;
  filters: ProductFilters;
  onChange: (change: Partial<ProductFilters>) => void;
}

export function FilterPanel({ id, filters, onChange }: FilterPanelProps) {
  return (
    <div
      id={id}
      className="mt-3 flex animate-fade flex-wrap items-end gap-x-8 gap-y-4 rounded-2xl border border-slate-200 bg-white p-4"
    >
      <PriceFilter minPrice={filters.minPrice} maxPrice={filters.maxPrice} onChange={onChange} />
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
  );
}
