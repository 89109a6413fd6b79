import { formatMoney } from "@/lib/money";

interface PriceProps {
  price: number;
  originalPrice: number | null;
  currency: string;
  size?: "card" | "page";
}

export function Price({ price, originalPrice, currency, size = "card" }: PriceProps) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 tabular-nums">
      <span className={size === "page" ? "text-4xl font-bold tracking-tight" : "text-xl font-bold tracking-tight"}>
        {formatMoney(price, currency)}
      </span>
      {originalPrice !== null && originalPrice > price && (
        <>
          <span className="sr-only">, was</span>
          <s className={`text-slate-500 ${size === "page" ? "text-lg" : "text-sm"}`}>
            {formatMoney(originalPrice, currency)}
          </s>
        </>
      )}
    </p>
  );
}
