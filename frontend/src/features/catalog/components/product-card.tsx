import { Link } from "react-router";
import { Price } from "@/components/ui/price";
import { AddButton } from "@/features/catalog/components/add-button";
import { BuyButton } from "@/features/catalog/components/buy-button";
import { DiscountBadge } from "@/features/catalog/components/discount-badge";
import { ProductImage } from "@/features/catalog/components/product-image";
import { SaleClock } from "@/features/catalog/components/sale-clock";
import { StockLevel } from "@/features/catalog/components/stock-level";
import { useLiveProduct } from "@/features/catalog/use-live-product";
import type { Product } from "@/lib/api-types";
import { categoryLabel } from "@/lib/category-label";

interface ProductCardProps {
  product: Product;
  onBuy: (product: Product) => void;
  onAdd: (product: Product) => void;
}

export function ProductCard({ product: listed, onBuy, onAdd }: ProductCardProps) {
  const product = useLiveProduct(listed);
  return (
    <article className="group relative flex w-full min-w-0 flex-col overflow-hidden rounded-2xl border border-slate-200 bg-white shadow-xs transition duration-200 hover:border-slate-300 hover:shadow-lg hover:shadow-slate-900/5 has-[a:active]:scale-[0.99]">
      <div className="relative overflow-hidden">
        <ProductImage
          product={product}
          className="transition-transform duration-300 motion-safe:group-hover:scale-[1.03]"
        />
        <DiscountBadge discount={product.discount} className="absolute top-3 left-3" />
      </div>
      <div className="flex grow flex-col p-4">
        <p className="text-xs font-medium text-slate-500">{categoryLabel(product.category)}</p>
        <h3 className="mt-1 mb-3 leading-snug font-semibold text-pretty">
          <Link
            to={`/products/${product.id}`}
            className="after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-blue-600"
          >
            {product.name}
          </Link>
        </h3>
        <div className="mt-auto">
          <Price price={product.price} originalPrice={product.originalPrice} currency={product.currency} />
          <div className="mt-1.5 mb-4 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <StockLevel product={product} />
            {product.sale && <SaleClock sale={product.sale} />}
          </div>
          <div className="relative z-10 flex gap-2">
            <BuyButton product={product} onBuy={onBuy} className="min-w-0 grow px-3!" />
            <AddButton product={product} onAdd={onAdd} compact />
          </div>
        </div>
      </div>
    </article>
  );
}
