import { useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { Route, Routes } from "react-router";
import { Checkout } from "@/app/checkout";
import { createQueryClient } from "@/app/query-client";
import { NotFoundRoute } from "@/app/routes/not-found-route";
import { OrderRoute } from "@/app/routes/order-route";
import { ProductRoute } from "@/app/routes/product-route";
import { ShopRoute } from "@/app/routes/shop-route";
import { Shell } from "@/app/shell";
import type { Purchase } from "@/features/checkout/purchase";
import type { Product } from "@/lib/api-types";

export function App({ purchase }: { purchase: Purchase }) {
  const [queryClient] = useState(createQueryClient);
  const [buying, setBuying] = useState<Product | null>(null);

  return (
    <QueryClientProvider client={queryClient}>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<ShopRoute onBuy={setBuying} />} />
          <Route path="products/:productId" element={<ProductRoute onBuy={setBuying} />} />
          <Route path="orders/:orderId" element={<OrderRoute />} />
          <Route path="*" element={<NotFoundRoute />} />
        </Route>
      </Routes>
      <Checkout purchase={purchase} buying={buying} onDone={() => setBuying(null)} />
    </QueryClientProvider>
  );
}
