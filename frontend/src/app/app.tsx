import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { Route, Routes, useNavigate } from "react-router";
import { createQueryClient } from "@/app/query-client";
import { ShopRoute } from "@/app/routes/shop-route";
import { OrderSkeleton } from "@/app/order-skeleton";
import { PageSkeleton } from "@/app/page-skeleton";
import { Shell } from "@/app/shell";
import { Toasts } from "@/app/toasts";
import { useIdleLoading } from "@/app/use-idle-loading";
import { useChangeCart } from "@/features/cart/use-cart";
import type { Purchase } from "@/features/checkout/purchase";
import type { Product } from "@/lib/api-types";
import { loadCode } from "@/lib/load-code";
import { showToast } from "@/lib/toasts";

const loadProduct = () => import("@/app/routes/product-route");
const loadCart = () => import("@/app/routes/cart-route");
const loadCheckout = () => import("@/app/routes/checkout-route");
const loadOrder = () => import("@/app/routes/order-route");
const loadPurchaseFlow = () => import("@/app/purchase-flow");
const loadDrawer = () => import("@/features/cart/components/cart-drawer");

const ProductRoute = lazy(() => loadCode(loadProduct).then((module) => ({ default: module.ProductRoute })));
const CartRoute = lazy(() => loadCode(loadCart).then((module) => ({ default: module.CartRoute })));
const CheckoutRoute = lazy(() => loadCode(loadCheckout).then((module) => ({ default: module.CheckoutRoute })));
const OrderRoute = lazy(() => loadCode(loadOrder).then((module) => ({ default: module.OrderRoute })));
const NotFoundRoute = lazy(() =>
  loadCode(() => import("@/app/routes/not-found-route")).then((module) => ({ default: module.NotFoundRoute })),
);
const PurchaseFlow = lazy(() => loadCode(loadPurchaseFlow).then((module) => ({ default: module.PurchaseFlow })));
const CartDrawer = lazy(() => loadCode(loadDrawer).then((module) => ({ default: module.CartDrawer })));

const Background = lazy(() =>
  loadCode(() => import("@/app/background")).then((module) => ({ default: module.Background })),
);

// What most visits do not see is fetched when it is opened.
const loadAccount = () => import("@/app/routes/account-routes");
const AccountRoutes = lazy(() => loadCode(loadAccount).then((module) => ({ default: module.AccountRoutes })));
const FindOrderRoute = lazy(() => loadCode(loadAccount).then((module) => ({ default: module.FindOrderRoute })));
const AdminRoutes = lazy(() =>
  loadCode(() => import("@/app/routes/admin-routes")).then((module) => ({ default: module.AdminRoutes })),
);

/** Fetched while the shopper looks around, because the network may be at its worst when a button is pressed. */
const SOON_NEEDED = [loadProduct, loadDrawer, loadCheckout, loadOrder, loadCart];

const NOT_LOADED = {
  tone: "alert",
  text: "The checkout could not be loaded.",
  action: { label: "Load again", onPress: () => window.location.reload() },
} as const;

export function App({ purchase }: { purchase: Promise<Purchase> }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <Shop purchase={purchase} />
      <Toasts />
    </QueryClientProvider>
  );
}

function Shop({ purchase: starting }: { purchase: Promise<Purchase> }) {
  const [purchase, setPurchase] = useState<Purchase | null>(null);
  const [buying, setBuying] = useState<Product | null>(null);
  const [cartOpen, setCartOpen] = useState(false);
  const navigate = useNavigate();
  const { add } = useChangeCart();
  useIdleLoading(SOON_NEEDED);

  useEffect(() => {
    let shown = true;
    starting.then(
      (started) => shown && setPurchase(started),
      () => shown && showToast(NOT_LOADED),
    );
    return () => {
      shown = false;
    };
  }, [starting]);

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
              <Suspense fallback={<PageSkeleton />}>
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
                {purchase ? (
                  <CheckoutRoute purchase={purchase} onLeave={() => void navigate("/cart")} />
                ) : (
                  <PageSkeleton />
                )}
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
          <Route path="*" element={later(<NotFoundRoute />)} />
        </Route>
      </Routes>
      <Suspense fallback={null}>
        <Background />
      </Suspense>
      <Suspense fallback={null}>
        {purchase && <PurchaseFlow purchase={purchase} buying={buying} onDone={() => setBuying(null)} />}
      </Suspense>
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
