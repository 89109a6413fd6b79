import { CloseButton } from "@/components/ui/close-button";
import { Price } from "@/components/ui/price";
import type { Product } from "@/lib/api-types";

interface DialogHeaderProps {
  titleId: string;
  product: Product;
  onClose?: (() => void) | undefined;
}

export function DialogHeader({ titleId, product, onClose }: DialogHeaderProps) {
  return (
    <header className="flex items-center gap-4 border-b border-slate-200 p-5 sm:px-6">
      <img
        src={product.image}
        alt=""
        width={96}
        height={72}
        className="aspect-4/3 w-24 shrink-0 rounded-xl border border-slate-200 bg-slate-100 object-cover"
      />
      <div className="min-w-0 grow">
        <h2 id={titleId} className="leading-snug font-semibold text-balance">
          <span className="sr-only">Buy </span>
          {product.name}
        </h2>
        <Price price={product.price} originalPrice={product.originalPrice} currency={product.currency} />
      </div>
      <CloseButton onClose={onClose} />
    </header>
  );
}
