import { useEffect } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { openedSale } from "@/features/catalog/sale";
import type { Product } from "@/lib/api-types";
import { useHasPassed } from "@/lib/use-server-now";

/** Everybody's page opens at the same moment; their questions to the shop are spread over this. */
const SPREAD_MS = 3_000;

/** The product as of now: its sale opens by itself when the shop's clock says so, and its end is looked up. */
export function useLiveProduct(product: Product): Product {
  const { sale } = product;
  const started = useHasPassed(sale?.phase === "UPCOMING" ? sale.startsAt : null);
  const over = useHasPassed(sale ? sale.endsAt : null);
  const queryClient = useQueryClient();

  useEffect(() => {
    if (!started && !over) return;
    const timer = setTimeout(
      () => void queryClient.invalidateQueries({ queryKey: ["products"] }),
      Math.random() * SPREAD_MS,
    );
    return () => clearTimeout(timer);
  }, [started, over, queryClient]);

  return sale && started && !over ? openedSale(product, sale) : product;
}
