import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { ProductCard } from "@/features/catalog/components/product-card";
import type { Product } from "@/lib/api-types";

interface ProductGridProps {
  products: Product[];
  onBuy: (product: Product) => void;
  onAdd: (product: Product) => void;
}

export function ProductGrid({ products, onBuy, onAdd }: ProductGridProps) {
  return (
    <Grid>
      {products.map((product) => (
        <li key={product.id} className="grid">
          <ProductCard product={product} onBuy={onBuy} onAdd={onAdd} />
        </li>
      ))}
    </Grid>
  );
}

export function ProductGridSkeleton({ cards = 8 }: { cards?: number }) {
  return (
    <Grid>
      {Array.from({ length: cards }, (_, index) => (
        <li key={index} className="overflow-hidden rounded-2xl border border-slate-200 bg-white">
          <Skeleton className="aspect-4/3 rounded-none" />
          <div className="p-4">
            <Skeleton className="h-4 w-20" />
            <Skeleton className="mt-1 mb-3 h-5.5 w-4/5" />
            <Skeleton className="h-7 w-28" />
            <Skeleton className="mt-1.5 mb-4 h-5 w-24" />
            <Skeleton className="h-12 rounded-xl" />
          </div>
        </li>
      ))}
    </Grid>
  );
}

function Grid({ children }: { children: ReactNode }) {
  return <ul className="grid gap-4 min-[440px]:grid-cols-2 sm:gap-5 md:grid-cols-3 xl:grid-cols-4">{children}</ul>;
}
