import type { Product } from "@/lib/api-types";

interface ProductImageProps {
  product: Product;
  className?: string;
  /** The first image of a page: loaded before the others. */
  first?: boolean;
}

/** Decorative: the product's name always stands beside it. The ratio is fixed, so nothing moves when it arrives. */
export function ProductImage({ product, className = "", first = false }: ProductImageProps) {
  return (
    <img
      src={product.image}
      alt=""
      width={640}
      height={480}
      loading={first ? "eager" : "lazy"}
      fetchPriority={first ? "high" : "auto"}
      decoding="async"
      className={`aspect-4/3 w-full bg-slate-100 object-cover ${product.stock > 0 ? "" : "opacity-60 grayscale"} ${className}`}
    />
  );
}
