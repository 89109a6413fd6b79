import type { Product } from "@/lib/api-types";

/** A product and its offer, in the words of schema.org. */
export function productMeta({ id, name, description, image, category, price, currency, stock, sale }: Product) {
  const { origin } = window.location;
  return {
    "@type": "Product",
    name,
    description,
    category,
    sku: id,
    image: new URL(image, origin).href,
    offers: {
      "@type": "Offer",
      url: `${origin}/products/${id}`,
      price: price.toFixed(2),
      priceCurrency: currency,
      availability: `https://schema.org/${stock > 0 ? "InStock" : "SoldOut"}`,
      ...(sale?.phase === "RUNNING" && { priceValidUntil: sale.endsAt }),
    },
  };
}
