import { useQuery } from "@tanstack/react-query";
import { Zap } from "lucide-react";
import { Link } from "react-router";
import { buttonClass } from "@/components/ui/button-class";
import { Price } from "@/components/ui/price";
import { Skeleton } from "@/components/ui/skeleton";
import { dealsQuery } from "@/features/catalog/api/get-products";
import { BuyButton } from "@/features/catalog/components/buy-button";
import { DiscountBadge } from "@/features/catalog/components/discount-badge";
import { ProductImage } from "@/features/catalog/components/product-image";
import { SaleBar } from "@/features/catalog/components/sale-bar";
import { SaleClock } from "@/features/catalog/components/sale-clock";
import { StockLevel } from "@/features/catalog/components/stock-level";
import { featuredOf } from "@/features/catalog/sale";
import { useLiveProduct } from "@/features/catalog/use-live-product";
import type { Product } from "@/lib/api-types";
import { formatMoney } from "@/lib/money";

const FRAME = "grid overflow-hidden rounded-3xl border border-slate-200 bg-white shadow-xs md:grid-cols-2";

/** The running or next sale; where there is none, the best deal. Where the shop does not answer, the list says so. */
export function FeaturedSale({ onBuy }: { onBuy: (product: Product) => void }) {
  const { data: products, failureCount } = useQuery(dealsQuery);
  if (failureCount > 0 && !products) return null;
  const featured = products && featuredOf(products);
  if (!featured) return products ? null : <FeaturedSaleSkeleton />;
  return <Hero product={featured} onBuy={onBuy} />;
}

interface HeroProps {
  product: Product;
  onBuy: (product: Product) => void;
}

function Hero({ product: listed, onBuy }: HeroProps) {
  const product = useLiveProduct(listed);
  const { sale } = product;
  const upcoming = sale?.phase === "UPCOMING";
  return (
    <section aria-labelledby="featured-sale" className={FRAME}>
      <div className="relative md:order-2">
        <ProductImage product={product} first className="md:absolute md:inset-0 md:h-full" />
        <DiscountBadge discount={product.discount} className="absolute top-4 left-4 text-sm" />
      </div>
      <div className="flex flex-col items-start p-6 sm:p-8 md:min-h-108 md:justify-center lg:p-12">
        <p className="inline-flex items-center gap-1.5 rounded-full bg-blue-50 px-3 py-1 text-sm font-semibold text-blue-700">
          <Zap aria-hidden className="size-4 fill-current" />
          {upcoming ? "Next flash sale" : sale ? "Flash sale, now" : "Today’s best deal"}
        </p>
        <h2 id="featured-sale" className="mt-4 text-3xl font-bold tracking-tight text-balance sm:text-4xl">
          {product.name}
        </h2>
        <p className="mt-3 mb-5 line-clamp-2 max-w-prose text-pretty text-slate-600">{product.description}</p>
        <Price price={product.price} originalPrice={product.originalPrice} currency={product.currency} size="page" />
        {upcoming && (
          <p className="mt-1 font-semibold text-blue-700 tabular-nums">
            {formatMoney(sale.price, product.currency)} when the sale starts
          </p>
        )}
        <div className="mt-3 mb-6 flex w-full max-w-md flex-col gap-2">
          {sale && <SaleClock sale={sale} spoken />}
          {sale && !upcoming ? <SaleBar sale={sale} /> : <StockLevel product={product} />}
        </div>
        <div className="flex w-full flex-col gap-3 sm:w-auto sm:flex-row md:w-full md:flex-col lg:w-auto lg:flex-row">
          <BuyButton product={product} onBuy={onBuy} className="sm:min-w-44" />
          <Link to={`/products/${product.id}`} className={buttonClass({ look: "quiet", size: "large" })}>
            See details
          </Link>
        </div>
      </div>
    </section>
  );
}

function FeaturedSaleSkeleton() {
  return (
    <div className={FRAME}>
      <Skeleton className="aspect-4/3 rounded-none md:order-2 md:aspect-auto" />
      <div className="flex flex-col p-6 sm:p-8 md:min-h-108 md:justify-center lg:p-12">
        <Skeleton className="h-7 w-40 rounded-full" />
        <Skeleton className="mt-4 h-9 w-3/4 sm:h-10" />
        <Skeleton className="mt-3 mb-5 h-12 w-full" />
        <Skeleton className="h-10 w-40" />
        <Skeleton className="mt-3 mb-6 h-12 w-full max-w-md" />
        <Skeleton className="h-27 w-full rounded-xl sm:h-12 sm:w-80" />
      </div>
    </div>
  );
}
