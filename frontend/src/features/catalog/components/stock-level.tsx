import type { Product } from "@/lib/api-types";

const LOW = 10;
const LIMITED = 50;

export function StockLevel({ product }: { product: Product }) {
  const { ink, dot, text } = describe(product);
  return (
    <p className={`flex items-center gap-2 text-sm font-medium tabular-nums ${ink}`}>
      <span aria-hidden className={`size-2 rounded-full ${dot}`} />
      {text}
    </p>
  );
}

function describe({ stock, sale }: Product) {
  if (sale?.phase === "UPCOMING") {
    return {
      ink: "text-blue-700",
      dot: "bg-blue-600",
      text: sale.units === 1 ? "1 unit in the sale" : `${sale.units} units in the sale`,
    };
  }
  if (stock <= 0) return { ink: "text-slate-600", dot: "bg-slate-400", text: "Sold out" };
  if (stock <= LOW) return { ink: "text-red-600", dot: "bg-red-600", text: `Only ${stock} left` };
  if (stock <= LIMITED) return { ink: "text-amber-700", dot: "bg-amber-500", text: `${stock} left` };
  return { ink: "text-green-700", dot: "bg-green-600", text: `${stock} in stock` };
}
