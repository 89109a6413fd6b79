import type { ApiError } from "@/lib/api-client";

/** The true price as a refusal names it; the catalogue may show the old one for some seconds more (it is cached). */
export function priceNamedIn(problem: ApiError): number | null {
  if (problem.code !== "PRICE_CHANGED") return null;
  for (const { message = "" } of problem.details) {
    const amount = /\d+\.\d{2}\b/.exec(message);
    if (amount) return Number(amount[0]);
  }
  return null;
}
