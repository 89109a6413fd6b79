import { http, HttpResponse, type JsonBodyType } from "msw";
import { setupServer } from "msw/node";
import type { ErrorDetail } from "@/lib/api-client";
import { earbuds, rtx4090, soldOutController } from "@/testing/catalogue";

export function success(data: JsonBodyType, init?: { status?: number; headers?: Record<string, string> }) {
  return HttpResponse.json({ success: true, message: "", data, timestamp: "2026-01-01T00:00:00Z" }, init);
}

export function refusal(
  status: number,
  code: string,
  message = code,
  headers: Record<string, string> = {},
  details: ErrorDetail[] = [],
) {
  const body = { success: false, error: { code, message, details }, timestamp: "2026-01-01T00:00:00Z" };
  return HttpResponse.json(body, { status, headers });
}

const products = [rtx4090, earbuds, soldOutController];

/** A shop where everything goes well; a test overrides what it is about. */
export const server = setupServer(
  http.get("*/config.json", () => HttpResponse.json({ apiBase: "/api", region: "us-east-1", userPoolClientId: "client-1" })),
  http.get("*/api/products", () => success(products)),
  http.get("*/api/products/:id", ({ params }) => {
    const product = products.find(({ id }) => id === params.id);
    return product ? success(product) : refusal(404, "PRODUCT_NOT_FOUND");
  }),
);
