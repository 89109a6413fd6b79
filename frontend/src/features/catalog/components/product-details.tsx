import { PackageCheck, Receipt, ShieldCheck } from "lucide-react";
import { Price } from "@/components/ui/price";
import { AddButton } from "@/features/catalog/components/add-button";
import { BackLink } from "@/features/catalog/components/back-link";
import { BuyButton } from "@/features/catalog/components/buy-button";
import { DiscountBadge } from "@/features/catalog/components/discount-badge";
import { ProductImage } from "@/features/catalog/components/product-image";
import { RestockNotice } from "@/features/catalog/components/restock-notice";
import { SaleBar } from "@/features/catalog/components/sale-bar";
import { SaleClock } from "@/features/catalog/components/sale-clock";
import { SimilarProducts } from "@/features/catalog/components/similar-products";
import { StockLevel } from "@/features/catalog/components/stock-level";
import { useLiveProduct } from "@/features/catalog/use-live-product";
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
  onAdd: (product: Product) => void;
}

export function ProductDetails({ product: read, onBuy, onAdd }: ProductDetailsProps) {
  const product = useLiveProduct(read);
  const { sale } = product;
  const upcoming = sale?.phase === "UPCOMING";
  const soldOut = product.stock <= 0 && !upcoming;
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
          {upcoming && (
            <p className="mt-2 font-semibold text-blue-700 tabular-nums">
              {formatMoney(sale.price, product.currency)} when the sale starts. It cannot be ordered until then; this
              page opens it by itself.
            </p>
          )}
          <div className="mt-4 flex max-w-md flex-col gap-2">
            {sale && <SaleClock sale={sale} spoken />}
            {sale && !upcoming ? <SaleBar sale={sale} /> : <StockLevel product={product} />}
            {product.limitPerCustomer !== undefined && product.limitPerCustomer !== null && (
              <p className="text-sm text-slate-600 tabular-nums">{product.limitPerCustomer} per customer</p>
            )}
          </div>
          <p className="mt-6 max-w-prose leading-7 text-pretty text-slate-700">{product.description}</p>
          <div className="mt-8 flex flex-col gap-3 sm:max-w-md sm:flex-row">
            <BuyButton product={product} onBuy={onBuy} className="grow text-lg" />
            <AddButton product={product} onAdd={onAdd} className="grow" />
          </div>
          {soldOut && (
            <div className="mt-6 flex flex-col gap-6">
              <p className="text-sm text-slate-600">This page updates by itself if units come back.</p>
              <RestockNotice product={product} />
              <SimilarProducts product={product} />
            </div>
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
