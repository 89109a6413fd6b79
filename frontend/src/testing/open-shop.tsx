import { render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { BrowserRouter } from "react-router";
import { vi } from "vitest";
import { App } from "@/app/app";
// These load lazily in the shop; here they are at hand, as no test is about waiting for code.
import "@/app/background";
import "@/app/buy-dialog";
import "@/app/routes/account-routes";
import "@/app/routes/admin-routes";
import "@/app/routes/cart-route";
import "@/app/routes/checkout-route";
import "@/app/routes/find-order-route";
import "@/app/routes/not-found-route";
import "@/app/routes/order-route";
import "@/app/routes/product-route";
import "@/app/purchase-flow";
import { startPurchase } from "@/app/start-purchase";
import "@/components/ui/toast-card";
import "@/features/cart/components/cart-drawer";
import "@/features/catalog/components/filter-panel";
import "@/features/catalog/components/shop-unreachable";
import "@/features/checkout/components/left-behind-dialog";
import { identifyBy } from "@/lib/api-client";
import { sessionIdentity } from "@/lib/session-identity";

/** Loads the whole shop at an address, as a browser does; the web storage is what it was before. */
export function openShop(path = "/", historyState: unknown = null) {
  window.history.replaceState(historyState, "", path);
  identifyBy(sessionIdentity);
  const purchase = Promise.resolve(startPurchase());
  const user = userEvent.setup(vi.isFakeTimers() ? { advanceTimers: (ms) => vi.advanceTimersByTime(ms) } : {});
  const { unmount } = render(
    <BrowserRouter>
      <App purchase={purchase} />
    </BrowserRouter>,
  );
  return { user, leave: unmount };
}
