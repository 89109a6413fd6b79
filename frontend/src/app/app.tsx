import { lazy, type ReactNode, Suspense, useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { Route, Routes, useNavigate } from "react-router";
import { createQueryClient } from "@/app/query-client";
import { NotFoundRoute } from "@/app/routes/not-found-route";
import { ShopRoute } from "@/app/routes/shop-route";
import { OrderSkeleton } from "@/app/order-skeleton";
import { PageSkeleton } from "@/app/page-skeleton";
import { PurchaseFlow } from "@/app/purchase-flow";
import { SessionKeeper } from "@/app/session-keeper";
import { Shell } from "@/app/shell";
import { useIdleLoading } from "@/app/use-idle-loading";
import { Toaster } from "@/components/ui/toaster";
import { useChangeCart } from "@/features/cart/use-cart";
import { ProductDetailsSkeleton } from "@/features/catalog/components/product-details-skeleton";
import type { Purchase } from "@/features/checkout/purchase";
import type { Product } from "@/lib/api-types";
import { showToast } from "@/lib/toasts";

const loadProduct = () => import("@/app/routes/product-route");
const loadCart = () => import("@/app/routes/cart-route");
const loadCheckout = () => import("@/app/routes/checkout-route");
const loadOrder = () => import("@/app/routes/order-route");
const loadDrawer = () => import("@/features/cart/components/cart-drawer");

const ProductRoute = lazy(() => loadProduct().then((module) => ({ default: module.ProductRoute })));
const CartRoute = lazy(() => loadCart().then((module) => ({ default: module.CartRoute })));
const CheckoutRoute = lazy(() => loadCheckout().then((module) => ({ default: module.CheckoutRoute })));
const OrderRoute = lazy(() => loadOrder().then((module) => ({ default: module.OrderRoute })));
const CartDrawer = lazy(() => loadDrawer().then((module) => ({ default: module.CartDrawer })));

// What most visits do not see is fetched when it is opened.
const AccountRoutes = lazy(() => import("@/app/routes/account-routes").then((module) => ({ default: module.AccountRoutes })));
const AdminRoutes = lazy(() => import("@/app/routes/admin-routes").then((module) => ({ default: module.AdminRoutes })));
const FindOrderRoute = lazy(() => import("@/app/routes/find-order-route").then((module) => ({ default: module.FindOrderRoute })));

/** Fetched while the shopper looks around: at the press of a button the network may be at its worst. */
const SOON_NEEDED = [loadProduct, loadDrawer, loadCheckout, loadOrder, loadCart];

export function App({ purchase }: { purchase: Purchase }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <Shop purchase={purchase} />
      <Toaster />
    </QueryClientProvider>
  );
}

function Shop({ purchase }: { purchase: Purchase }) {
  const [buying, setBuying] = useState<Product | null>(null);
  const [cartOpen, setCartOpen] = useState(false);
  const navigate = useNavigate();
  const { add } = useChangeCart();
  useIdleLoading(SOON_NEEDED);

  const openCart = () => setCartOpen(true);
  const addToCart = (product: Product) => {
    if (!add(product)) return;
    showToast({
      tone: "good",
      text: `${product.name} is in your cart.`,
      action: { label: "See cart", onPress: openCart },
    });
  };
  const shopping = { onBuy: setBuying, onAdd: addToCart };

  return (
    <>
      <Routes>
        <Route element={<Shell onOpenCart={openCart} />}>
          <Route index element={<ShopRoute {...shopping} />} />
          <Route
            path="products/:productId"
            element={
              <Suspense fallback={<ProductDetailsSkeleton />}>
                <ProductRoute {...shopping} />
              </Suspense>
            }
          />
          <Route
            path="cart"
            element={
              <Suspense fallback={<PageSkeleton />}>
                <CartRoute />
              </Suspense>
            }
          />
          <Route
            path="checkout"
            element={
              <Suspense fallback={<PageSkeleton />}>
                <CheckoutRoute purchase={purchase} onLeave={() => void navigate("/cart")} />
              </Suspense>
            }
          />
          <Route
            path="orders/:orderId"
            element={
              <Suspense fallback={<OrderSkeleton />}>
                <OrderRoute />
              </Suspense>
            }
          />
          <Route path="find-order" element={later(<FindOrderRoute />)} />
          <Route path="account/*" element={later(<AccountRoutes />)} />
          <Route path="admin/*" element={later(<AdminRoutes />)} />
          <Route path="*" element={<NotFoundRoute />} />
        </Route>
      </Routes>
      <SessionKeeper />
      <PurchaseFlow purchase={purchase} buying={buying} onDone={() => setBuying(null)} />
      {cartOpen && (
        <Suspense fallback={null}>
          <CartDrawer onClose={() => setCartOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function later(page: ReactNode) {
  return <Suspense fallback={<PageSkeleton />}>{page}</Suspense>;
}
