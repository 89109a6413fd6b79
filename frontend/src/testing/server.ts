import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import type { Product } from "@/lib/api-types";
import { page, refusal, success } from "@/testing/answers";
import { cartHandlers } from "@/testing/carts";
import { describedAs, earbuds, rtx4090, soldOutController } from "@/testing/catalogue";

const products: Product[] = [earbuds, rtx4090, soldOutController];

const CATEGORIES = [
  { id: "audio", name: "Audio", productCount: 1 },
  { id: "graphics-cards", name: "Graphics cards", productCount: 1 },
  { id: "peripherals", name: "Peripherals", productCount: 1 },
];

/** A shop where everything goes well; a test overrides what it is about. */
export const server = setupServer(
  http.get("*/config.json", () =>
    HttpResponse.json({ apiBase: "/api", region: "us-east-1", userPoolClientId: "client-1" }),
  ),
  http.get("*/api/products", ({ request }) => page(found(new URL(request.url).searchParams) as never[])),
  http.get("*/api/products/:id", ({ params }) => {
    const product = products.find(({ id }) => id === params.id);
    return product ? success(product as never) : refusal(404, "PRODUCT_NOT_FOUND");
  }),
  http.get("*/api/products/:id/description", ({ params }) => {
    const product = products.find(({ id }) => id === params.id);
    return product ? success(describedAs(product)) : refusal(404, "PRODUCT_NOT_FOUND");
  }),
  http.get("*/api/categories", () => success(CATEGORIES)),
  ...cartHandlers(products),
);

function found(query: URLSearchParams): Product[] {
  const category = query.get("category");
  const words = (query.get("q") ?? "").toLowerCase();
  return products.filter(
    (product) =>
      (!category || product.category === category) &&
      product.name.toLowerCase().includes(words) &&
      (query.get("inStock") !== "true" || product.stock > 0) &&
      product.price >= Number(query.get("minPrice") ?? 0) &&
      product.price <= Number(query.get("maxPrice") ?? Infinity),
  );
}
