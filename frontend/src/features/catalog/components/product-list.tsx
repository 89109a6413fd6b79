import { lazy, Suspense } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { PackageSearch } from "lucide-react";
import { Button } from "@/components/ui/button";
import { productListQuery, productsOf } from "@/features/catalog/api/get-products";
import { ProductGrid, ProductGridSkeleton } from "@/features/catalog/components/product-grid";
import type { ProductFilters } from "@/features/catalog/product-filters";
import type { Product } from "@/lib/api-types";
import { loadCode } from "@/lib/load-code";

const ShopUnreachable = lazy(() =>
  loadCode(() => import("@/features/catalog/components/shop-unreachable")).then((module) => ({
    default: module.ShopUnreachable,
  })),
);

interface ProductListProps {
  filters: ProductFilters;
  onClear: () => void;
  onBuy: (product: Product) => void;
  onAdd: (product: Product) => void;
}

/** What the filters leave, with as many pages as were asked for. */
export function ProductList({ filters, onClear, onBuy, onAdd }: ProductListProps) {
  const list = useInfiniteQuery(productListQuery(filters));

  if (!list.data) {
    return list.failureCount > 0 ? (
      <Suspense fallback={<ProductGridSkeleton />}>
        <ShopUnreachable queryKey={["products"]} failureReason={list.failureReason} retrying={list.isPending} />
      </Suspense>
    ) : (
      <div aria-busy>
        <p role="status" className="sr-only">
          Loading products
        </p>
        <ProductGridSkeleton />
      </div>
    );
  }

  const products = productsOf(list.data);
  const more = list.hasNextPage ? " so far" : "";
  return (
    <>
      <p role="status" className="mb-4 text-sm text-slate-600 tabular-nums">
        {products.length === 1 ? `1 product${more}` : `${products.length} products${more}`}
      </p>
      {products.length === 0 && <NothingFound onClear={onClear} />}
      <ProductGrid products={products} onBuy={onBuy} onAdd={onAdd} />
      {list.hasNextPage && (
        <div className="mt-8 flex justify-center">
          <Button
            look="quiet"
            size="large"
            busy={list.isFetchingNextPage}
            aria-disabled={list.isFetchingNextPage}
            onClick={() => !list.isFetching && void list.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-3xl border border-dashed border-slate-300 px-6 py-14 text-center">
      <PackageSearch aria-hidden className="size-10 text-slate-500" strokeWidth={1.5} />
      <p className="text-lg font-semibold">Nothing matches</p>
      <p className="text-pretty text-slate-600">Try fewer words, another category or a wider price range.</p>
      <Button look="quiet" size="large" className="mt-2" onClick={onClear}>
        Show everything
      </Button>
    </div>
  );
}
