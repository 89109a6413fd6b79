export function DiscountBadge({ discount, className = "" }: { discount: number; className?: string }) {
  if (discount <= 0) return null;
  return (
    <span className={`rounded-full bg-red-600 px-2.5 py-1 text-xs font-bold text-white tabular-nums ${className}`}>
      <span aria-hidden>−{discount} %</span>
      <span className="sr-only">{discount} percent off</span>
    </span>
  );
}
