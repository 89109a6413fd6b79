import type { ApiError } from "@/lib/api-client";

/** The true price as a refusal names it; the catalogue may show the old one for some seconds more (it is cached). */
export function priceNamedIn({ details }: ApiError): number | null {
  return (details.find(({ code }) => code === "PRICE_CHANGED")?.value as number | undefined) ?? null;
}
