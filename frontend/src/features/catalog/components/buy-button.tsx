import { Button } from "@/components/ui/button";
import type { Product } from "@/lib/api-types";

interface BuyButtonProps {
  product: Product;
  onBuy: (product: Product) => void;
  size?: "large" | "medium";
  className?: string;
}

export function BuyButton({ product, onBuy, size = "large", className = "" }: BuyButtonProps) {
  const upcoming = product.sale?.phase === "UPCOMING";
  const soldOut = product.stock <= 0;
  const label = upcoming ? "Sale not started" : soldOut ? "Sold out" : "Buy now";
  return (
    <Button
      size={size}
      disabled={upcoming || soldOut}
      aria-label={`${label}: ${product.name}`}
      className={className}
      onClick={() => onBuy(product)}
    >
      {label}
    </Button>
  );
}
