import type { Product, Sale } from "@/lib/api-types";

/**
 * A product as it is once its sale has begun, before the shop was asked again: thousands of pages open at that moment,
 * and none needs an answer first. The shop decides at the order, by its own clock.
 */
export function openedSale(product: Product, sale: Sale): Product {
  const was = product.originalPrice ?? product.price;
  const units = sale.unitsLeft ?? sale.units;
  return {
    ...product,
    price: sale.price,
    originalPrice: was > sale.price ? was : null,
    discount:
      was > sale.price
        ? Math.floor(((Math.round(was * 100) - Math.round(sale.price * 100)) * 100) / Math.round(was * 100))
        : 0,
    stock: units,
    limitPerCustomer: sale.limitPerCustomer,
    sale: { ...sale, phase: "RUNNING", unitsLeft: units },
  };
}

/** The sale to show first: one that runs and ends first, else the next to begin, else the best deal that can be had. */
export function featuredOf(products: Product[]): Product | undefined {
  const inSale = (phase: Sale["phase"]) => products.filter(({ sale }) => sale?.phase === phase);
  const running = inSale("RUNNING").filter(({ stock }) => stock > 0);
  return (
    earliest(running, ({ endsAt }) => endsAt) ??
    earliest(inSale("UPCOMING"), ({ startsAt }) => startsAt) ??
    products.find(({ stock }) => stock > 0) ??
    products[0]
  );
}

function earliest(products: Product[], at: (sale: Sale) => string): Product | undefined {
  const key = ({ sale }: Product) => (sale ? Date.parse(at(sale)) : Infinity);
  return [...products].sort((a, b) => key(a) - key(b))[0];
}

/** `3 d 04:05:06`, without the days where there are none. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (number: number) => String(number).padStart(2, "0");
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
  const days = Math.floor(seconds / 86_400);
  return days > 0 ? `${days} d ${clock}` : clock;
}

const THRESHOLDS_S = [3600, 600, 60, 10];

/** What is said aloud while a clock runs down: only as it passes a threshold. Null before the first. */
export function spokenLeft(ms: number): string | null {
  const seconds = Math.ceil(ms / 1000);
  const threshold = [...THRESHOLDS_S].reverse().find((at) => seconds <= at);
  if (threshold === undefined || seconds <= 0) return null;
  if (threshold >= 3600) return "less than an hour";
  return threshold >= 60
    ? `less than ${threshold / 60 === 1 ? "a minute" : `${threshold / 60} minutes`}`
    : `less than ${threshold} seconds`;
}
