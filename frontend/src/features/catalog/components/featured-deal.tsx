import { Link } from "react-router";
import { Zap } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import { Price } from "@/components/ui/price";
import { Skeleton } from "@/components/ui/skeleton";
import { BuyButton } from "@/features/catalog/components/buy-button";
import { DiscountBadge } from "@/features/catalog/components/discount-badge";
import { ProductImage } from "@/features/catalog/components/product-image";
import { StockLevel } from "@/features/catalog/components/stock-level";
import type { Product } from "@/lib/api-types";

const FRAME = "grid overflow-hidden rounded-3xl border border-slate-200 bg-white shadow-xs md:grid-cols-2";

interface FeaturedDealProps {
  product: Product;
  onBuy: (product: Product) => void;
}

export function FeaturedDeal({ product, onBuy }: FeaturedDealProps) {
  return (
    <section aria-labelledby="featured-deal" className={FRAME}>
      <div className="relative md:order-2">
        <ProductImage product={product} first className="md:absolute md:inset-0 md:h-full" />
        <DiscountBadge discount={product.discount} className="absolute top-4 left-4 text-sm" />
      </div>
      <div className="flex flex-col items-start p-6 sm:p-8 md:min-h-96 md:justify-center lg:p-12">
        <p className="inline-flex items-center gap-1.5 rounded-full bg-blue-50 px-3 py-1 text-sm font-semibold text-blue-700">
          <Zap aria-hidden className="size-4 fill-current" />
          Today’s best deal
        </p>
        <h2 id="featured-deal" className="mt-4 text-3xl font-bold tracking-tight text-balance sm:text-4xl">
          {product.name}
        </h2>
        <p className="mt-3 mb-5 line-clamp-3 max-w-prose text-pretty text-slate-600">{product.description}</p>
        <Price price={product.price} originalPrice={product.originalPrice} currency={product.currency} size="page" />
        <div className="mt-2 mb-6">
          <StockLevel stock={product.stock} />
        </div>
        <div className="flex w-full flex-col gap-3 sm:w-auto sm:flex-row">
          <BuyButton product={product} onBuy={onBuy} className="sm:min-w-44" />
          <Link to={`/products/${product.id}`} className={buttonClass({ look: "quiet", size: "large" })}>
            See details
          </Link>
        </div>
      </div>
    </section>
  );
}

export function FeaturedDealSkeleton() {
  return (
    <div className={FRAME}>
      <Skeleton className="aspect-4/3 rounded-none md:order-2 md:aspect-auto" />
      <div className="flex flex-col p-6 sm:p-8 md:min-h-96 md:justify-center lg:p-12">
        <Skeleton className="h-7 w-40 rounded-full" />
        <Skeleton className="mt-4 h-9 w-3/4 sm:h-10" />
        <Skeleton className="mt-3 mb-5 h-18 w-full" />
        <Skeleton className="h-10 w-40" />
        <Skeleton className="mt-2 mb-6 h-5 w-24" />
        <Skeleton className="h-27 w-full rounded-xl sm:h-12 sm:w-80" />
      </div>
    </div>
  );
}
