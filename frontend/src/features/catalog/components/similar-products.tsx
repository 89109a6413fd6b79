import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Price } from "@/components/ui/price";
import { similarQuery } from "@/features/catalog/api/get-products";
import { ProductImage } from "@/features/catalog/components/product-image";
import type { Product } from "@/lib/api-types";

interface SimilarProductsProps {
  product: Product;
  /** Where it stands in a dialog: called as the shopper goes to another page. */
  onLeave?: (() => void) | undefined;
}

/** What can be had instead. It is an offer and no more: where there is none, or no answer, there is nothing to see. */
export function SimilarProducts({ product, onLeave }: SimilarProductsProps) {
  const { data: similar = [] } = useQuery(similarQuery(product));
  if (similar.length === 0) return null;
  return (
    <section aria-labelledby="similar-products" className="w-full text-left">
      <h2 id="similar-products" className="text-lg font-semibold">
        Still to be had
      </h2>
      <ul className="mt-3 grid grid-cols-2 gap-3">
        {similar.map((other) => (
          <li
            key={other.id}
            className="relative overflow-hidden rounded-2xl border border-slate-200 bg-white transition hover:border-slate-400"
          >
            <ProductImage product={other} />
            <div className="p-3">
              <Link
                to={`/products/${other.id}`}
                onClick={onLeave}
                className="text-sm leading-snug font-semibold after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-blue-600"
              >
                {other.name}
              </Link>
              <Price price={other.price} originalPrice={other.originalPrice} currency={other.currency} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
