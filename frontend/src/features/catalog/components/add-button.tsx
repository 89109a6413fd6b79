import { useEffect, useState } from "react";
import { Check, ShoppingCart } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Product } from "@/lib/api-types";

const SHOWN_MS = 2_000;

interface AddButtonProps {
  product: Product;
  onAdd: (product: Product) => void;
  /** Only the icon is seen, where there is no room for words. */
  compact?: boolean;
  className?: string;
}

export function AddButton({ product, onAdd, compact = false, className = "" }: AddButtonProps) {
  const [added, setAdded] = useState(0);
  useEffect(() => {
    if (added === 0) return;
    const timer = setTimeout(() => setAdded(0), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [added]);

  const Icon = added > 0 ? Check : ShoppingCart;
  return (
    <Button
      look="quiet"
      size="large"
      aria-label={`Add to cart: ${product.name}`}
      disabled={product.sale?.phase === "UPCOMING" || product.stock <= 0}
      className={`${compact ? "px-0! aspect-square" : ""} ${className}`}
      onClick={() => {
        setAdded(added + 1);
        onAdd(product);
      }}
    >
      <Icon aria-hidden className={`size-5 shrink-0 ${added > 0 ? "text-green-700" : ""}`} />
      {!compact && (added > 0 ? "Added" : "Add to cart")}
    </Button>
  );
}
