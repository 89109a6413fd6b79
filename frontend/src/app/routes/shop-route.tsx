import { useQuery } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import { useSearchParams } from "react-router";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { PageTitle } from "@/components/ui/page-title";
import { Skeleton } from "@/components/ui/skeleton";
import { productsQuery } from "@/features/catalog/api/get-products";
import { CategoryFilter } from "@/features/catalog/components/category-filter";
import { FeaturedDeal, FeaturedDealSkeleton } from "@/features/catalog/components/featured-deal";
import { ProductGrid, ProductGridSkeleton } from "@/features/catalog/components/product-grid";
import type { Product } from "@/lib/api-types";
import { categoryLabel } from "@/lib/category-label";

export function ShopRoute({ onBuy }: { onBuy: (product: Product) => void }) {
  const [search] = useSearchParams();
  const category = search.get("category");
  const { data: products, isPending, isFetching, failureCount, refetch } = useQuery(productsQuery);

  if (products) return <Shelves products={products} category={category} onBuy={onBuy} />;
  if (isPending) return <Loading category={category} retrying={failureCount > 0} />;
  return (
    <MessagePage
      icon={CloudOff}
      title="The shop does not answer"
      actions={
        <Button size="large" busy={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      }
    >
      <p>We tried a few times. Check your connection, or wait a moment: at the start of a sale it can get crowded.</p>
    </MessagePage>
  );
}

interface ShelvesProps {
  products: Product[];
  category: string | null;
  onBuy: (product: Product) => void;
}

function Shelves({ products, category, onBuy }: ShelvesProps) {
  const categories = [...new Set(products.map((product) => product.category))].sort();
  const featured = category ? undefined : (products.find((product) => product.stock > 0) ?? products[0]);
  const shown = category ? products.filter((product) => product.category === category) : products;
  const onShelf = shown.filter((product) => product !== featured);
  return (
    <>
      <PageTitle>{category ? categoryLabel(category) : "Flash prices on serious hardware"}</PageTitle>
      <h1 tabIndex={-1} className="sr-only">
        {category ? categoryLabel(category) : "Shop"}
      </h1>
      {featured && <FeaturedDeal product={featured} onBuy={onBuy} />}
      <h2 className="sr-only">Products</h2>
      <div className={`mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 ${featured ? "mt-8" : ""}`}>
        <CategoryFilter categories={categories} chosen={category} />
        <p role="status" className="text-sm text-slate-600 tabular-nums">
          {shown.length === 1 ? "1 product" : `${shown.length} products`}
        </p>
      </div>
      <ProductGrid products={onShelf} onBuy={onBuy} />
    </>
  );
}

function Loading({ category, retrying }: { category: string | null; retrying: boolean }) {
  return (
    <div aria-busy>
      <h1 className="sr-only">Shop</h1>
      <p role="status" className="sr-only">
        {retrying ? "The shop is busy. Still trying." : "Loading products"}
      </p>
      {!category && <FeaturedDealSkeleton />}
      <div className={`mb-5 ${category ? "" : "mt-8"}`}>
        {retrying ? (
          <p aria-hidden className="flex h-12 items-center text-sm font-medium text-slate-600">
            The shop is busy. Still trying…
          </p>
        ) : (
          <Skeleton className="h-12 max-w-lg rounded-full" />
        )}
      </div>
      <ProductGridSkeleton />
    </div>
  );
}
