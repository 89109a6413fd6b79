import { Link } from "react-router";
import { ChevronLeft, PackageCheck, Receipt, ShieldCheck } from "lucide-react";
import { Price } from "@/components/ui/price";
import { Skeleton } from "@/components/ui/skeleton";
import { BuyButton } from "@/features/catalog/components/buy-button";
import { DiscountBadge } from "@/features/catalog/components/discount-badge";
import { ProductImage } from "@/features/catalog/components/product-image";
import { StockLevel } from "@/features/catalog/components/stock-level";
import type { Product } from "@/lib/api-types";
import { categoryLabel } from "@/lib/category-label";
import { formatMoney, totalsOf } from "@/lib/money";

const PROMISES = [
  { icon: PackageCheck, text: "A unit is reserved for you before any money is taken." },
  { icon: ShieldCheck, text: "Charged once, even if you press twice or the connection drops." },
  { icon: Receipt, text: "Follow every step of your order live; no account needed." },
];

interface ProductDetailsProps {
  product: Product;
  onBuy: (product: Product) => void;
}

export function ProductDetails({ product, onBuy }: ProductDetailsProps) {
  return (
    <article>
      <BackLink category={product.category} />
      <div className="mt-4 grid items-start gap-6 md:grid-cols-2 lg:grid-cols-[1.2fr_1fr] lg:gap-12">
        <div className="relative overflow-hidden rounded-3xl border border-slate-200">
          <ProductImage product={product} first />
          <DiscountBadge discount={product.discount} className="absolute top-4 left-4 text-sm" />
        </div>
        <div className="lg:py-6">
          <p className="text-sm font-medium text-slate-500">{categoryLabel(product.category)}</p>
          <h1 tabIndex={-1} className="mt-1 mb-4 text-3xl font-bold tracking-tight text-balance sm:text-4xl">
            {product.name}
          </h1>
          <Price price={product.price} originalPrice={product.originalPrice} currency={product.currency} size="page" />
          <p className="mt-1 text-sm text-slate-600 tabular-nums">
            {formatMoney(totalsOf(product.price, 1).total, product.currency)} with tax
          </p>
          <div className="mt-4">
            <StockLevel stock={product.stock} />
          </div>
          <p className="mt-6 max-w-prose leading-7 text-pretty text-slate-700">{product.description}</p>
          <BuyButton product={product} onBuy={onBuy} className="mt-8 w-full text-lg sm:max-w-sm" />
          {product.stock <= 0 && (
            <p className="mt-3 text-sm text-slate-600">This page updates by itself if units come back.</p>
          )}
          <ul className="mt-8 space-y-3 border-t border-slate-200 pt-6 text-sm text-slate-700">
            {PROMISES.map(({ icon: Icon, text }) => (
              <li key={text} className="flex gap-3">
                <Icon aria-hidden className="size-5 shrink-0 text-blue-600" strokeWidth={1.75} />
                {text}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </article>
  );
}

function BackLink({ category }: { category?: string }) {
  return (
    <Link
      to={category ? `/?category=${category}` : "/"}
      className="-ml-1 inline-flex min-h-8 items-center gap-1 rounded-lg pr-2 text-sm font-medium text-slate-600 hover:text-slate-900"
    >
      <ChevronLeft aria-hidden className="size-4" />
      {category ? categoryLabel(category) : "Shop"}
    </Link>
  );
}

export function ProductDetailsSkeleton() {
  return (
    <div aria-busy>
      <BackLink />
      <div className="mt-4 grid items-start gap-6 md:grid-cols-2 lg:grid-cols-[1.2fr_1fr] lg:gap-12">
        <Skeleton className="aspect-4/3 rounded-3xl" />
        <div className="lg:py-6">
          <Skeleton className="h-5 w-28" />
          <Skeleton className="mt-1 mb-4 h-9 w-4/5 sm:h-10" />
          <Skeleton className="h-10 w-44" />
          <Skeleton className="mt-1 h-5 w-32" />
          <Skeleton className="mt-4 h-5 w-24" />
          <Skeleton className="mt-6 h-28" />
          <Skeleton className="mt-8 h-12 rounded-xl sm:max-w-sm" />
        </div>
      </div>
    </div>
  );
}
