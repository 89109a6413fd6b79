import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { Route, Routes } from "react-router";
import { Checkout } from "@/app/checkout";
import { createQueryClient } from "@/app/query-client";
import { NotFoundRoute } from "@/app/routes/not-found-route";
import { ProductRoute } from "@/app/routes/product-route";
import { ShopRoute } from "@/app/routes/shop-route";
import { OrderSkeleton } from "@/app/order-skeleton";
import { SessionKeeper } from "@/app/session-keeper";
import { Shell } from "@/app/shell";
import { Skeleton } from "@/components/ui/skeleton";
import type { Purchase } from "@/features/checkout/purchase";
import type { Product } from "@/lib/api-types";

// What most visits do not see is fetched when it is opened.
const AccountRoutes = lazy(() => import("@/app/routes/account-routes").then((module) => ({ default: module.AccountRoutes })));
const AdminRoutes = lazy(() => import("@/app/routes/admin-routes").then((module) => ({ default: module.AdminRoutes })));
const FindOrderRoute = lazy(() => import("@/app/routes/find-order-route").then((module) => ({ default: module.FindOrderRoute })));
const loadOrderRoute = () => import("@/app/routes/order-route");
const OrderRoute = lazy(() => loadOrderRoute().then((module) => ({ default: module.OrderRoute })));

export function App({ purchase }: { purchase: Purchase }) {
  const [queryClient] = useState(createQueryClient);
  const [buying, setBuying] = useState<Product | null>(null);
  const doneBuying = useCallback(() => setBuying(null), []);

  // Fetched while the shopper reads the form: after a purchase the network may be at its worst.
  useEffect(() => {
    if (buying) void loadOrderRoute().catch(() => undefined);
  }, [buying]);

  return (
    <QueryClientProvider client={queryClient}>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<ShopRoute onBuy={setBuying} />} />
          <Route path="products/:productId" element={<ProductRoute onBuy={setBuying} />} />
          <Route
            path="orders/:orderId"
            element={
              <Suspense fallback={<OrderSkeleton />}>
                <OrderRoute />
              </Suspense>
            }
          />
          <Route path="find-order" element={<Later><FindOrderRoute /></Later>} />
          <Route path="account/*" element={<Later><AccountRoutes /></Later>} />
          <Route path="admin/*" element={<Later><AdminRoutes /></Later>} />
          <Route path="*" element={<NotFoundRoute />} />
        </Route>
      </Routes>
      <SessionKeeper />
      <Checkout purchase={purchase} buying={buying} onDone={doneBuying} />
    </QueryClientProvider>
  );
}

function Later({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Skeleton className="mx-auto h-96 max-w-md rounded-3xl" />}>{children}</Suspense>;
}
