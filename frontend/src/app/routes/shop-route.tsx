import { useSearchParams } from "react-router";
import { useQuery } from "@tanstack/react-query";
import { PageTitle } from "@/components/ui/page-title";
import { categoriesQuery } from "@/features/catalog/api/get-categories";
import { CategoryFilter } from "@/features/catalog/components/category-filter";
import { FeaturedSale } from "@/features/catalog/components/featured-sale";
import { ProductList } from "@/features/catalog/components/product-list";
import { ProductToolbar } from "@/features/catalog/components/product-toolbar";
import { filtersOf, NO_FILTERS, type ProductFilters, searchOf } from "@/features/catalog/product-filters";
import type { Shopping } from "@/app/shopping";
import { categoryLabel } from "@/lib/category-label";

export function ShopRoute({ onBuy, onAdd }: Shopping) {
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const everything = searchOf(filters).size === 0;
  const { data: categories } = useQuery(categoriesQuery);
  // Whatever somebody wrote into the address: the shop says it back to nobody, least of all to a search engine.
  const unknown = filters.category !== null && categories?.every(({ id }) => id !== filters.category) === true;
  const title = unknown
    ? "No such category"
    : filters.category
      ? categoryLabel(filters.category)
      : "Flash prices on serious hardware";

  const change = (next: Partial<ProductFilters>, how = { replace: false }) =>
    setSearch(searchOf({ ...filters, ...next }), { replace: how.replace, preventScrollReset: true });

  return (
    <>
      <PageTitle
        path={filters.category && !unknown ? `/?category=${filters.category}` : "/"}
        listed={!filters.q && !unknown}
      >
        {filters.q ? `${filters.q}: search` : title}
      </PageTitle>
      <h1 tabIndex={-1} className="sr-only">
        {filters.category ? title : "Shop"}
      </h1>
      {everything && <FeaturedSale onBuy={onBuy} />}
      <h2 className="sr-only">Products</h2>
      <div className={`mb-5 flex flex-col gap-4 ${everything ? "mt-8" : ""}`}>
        <ProductToolbar filters={filters} onChange={change} />
        <CategoryFilter filters={filters} />
      </div>
      <ProductList filters={filters} onClear={() => setSearch(searchOf(NO_FILTERS))} onBuy={onBuy} onAdd={onAdd} />
    </>
  );
}
