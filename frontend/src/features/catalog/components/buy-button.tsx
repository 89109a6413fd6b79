import { Button } from "@/components/ui/button";
import type { Product } from "@/lib/api-types";

interface BuyButtonProps {
  product: Product;
  onBuy: (product: Product) => void;
  size?: "large" | "medium";
  className?: string;
}

export function BuyButton({ product, onBuy, size = "large", className = "" }: BuyButtonProps) {
  const soldOut = product.stock <= 0;
  return (
    <Button size={size} disabled={soldOut} className={className} onClick={() => onBuy(product)}>
      {soldOut ? "Sold out" : "Buy now"}
      <span className="sr-only">: {product.name}</span>
    </Button>
  );
}
