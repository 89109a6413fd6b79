import { useEffect, useRef } from "react";
import { Link, Outlet, useLocation } from "react-router";
import { Package, ShoppingCart, UserRound } from "lucide-react";
import { ErrorBoundary } from "@/components/ui/error-boundary";
import { useCartCount } from "@/features/cart/use-cart";
import { useReceipts } from "@/lib/receipts";

interface ShellProps {
  onOpenCart: () => void;
}

export function Shell({ onOpenCart }: ShellProps) {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);

  // A new page starts at its top, and its heading (or, while it loads, the page) is where a screen reader goes on.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    window.scrollTo(0, 0);
    (main.current?.querySelector("h1") ?? main.current)?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="absolute top-2 left-2 z-30 -translate-y-20 rounded-xl bg-blue-600 px-4 py-3 font-semibold text-white focus:translate-y-0"
      >
        Skip to the content
      </a>
      <Header onOpenCart={onOpenCart} />
      <main ref={main} id="main" tabIndex={-1} className="mx-auto w-full max-w-7xl grow px-4 py-6 sm:px-6 sm:py-8">
        <ErrorBoundary key={pathname}>
          <Outlet />
        </ErrorBoundary>
      </main>
      <Footer />
    </div>
  );
}

const NAV_ITEM =
  "flex min-h-11 min-w-11 items-center justify-center gap-3 rounded-xl px-3 text-sm font-medium text-slate-700 transition " +
  "hover:bg-slate-100 hover:text-slate-900 active:bg-slate-200";

function Header({ onOpenCart }: ShellProps) {
  const newest = useReceipts()[0];
  return (
    <header className="sticky top-0 z-20 border-b border-slate-200 bg-white">
      <div className="mx-auto flex h-16 max-w-7xl items-center justify-between gap-4 px-4 sm:px-6">
        <Link
          to="/"
          className="-ml-2 flex items-center gap-2.5 rounded-xl px-2 py-1.5 text-lg font-bold tracking-tight"
        >
          <img src="/favicon.svg" alt="" width={32} height={32} />
          Stampede
        </Link>
        <nav aria-label="Main" className="-mr-2 flex items-center">
          {newest && (
            <Link to={`/orders/${newest.orderId}`} className={NAV_ITEM}>
              <Package aria-hidden className="size-5" strokeWidth={1.75} />
              <span className="max-sm:sr-only">Latest order</span>
            </Link>
          )}
          <Link to="/account" className={NAV_ITEM}>
            <UserRound aria-hidden className="size-5" strokeWidth={1.75} />
            <span className="max-sm:sr-only">Account</span>
          </Link>
          <CartButton onOpen={onOpenCart} />
        </nav>
      </div>
    </header>
  );
}

function CartButton({ onOpen }: { onOpen: () => void }) {
  const count = useCartCount();
  return (
    <button type="button" aria-haspopup="dialog" className={NAV_ITEM} onClick={onOpen}>
      <span aria-hidden className="relative">
        <ShoppingCart className="size-6" strokeWidth={1.75} />
        {count > 0 && (
          <span
            key={count}
            className="absolute -top-2 -right-2.5 grid h-5 min-w-5 animate-rise place-items-center rounded-full bg-blue-600 px-1 text-xs font-bold text-white tabular-nums ring-2 ring-white"
          >
            {count}
          </span>
        )}
      </span>
      <span className="max-sm:sr-only">
        Cart<span className="sr-only">{count === 1 ? " 1 unit" : ` ${count} units`}</span>
      </span>
    </button>
  );
}

function Footer() {
  return (
    <footer className="mt-8 border-t border-slate-200 bg-white">
      <div className="mx-auto flex max-w-7xl flex-col gap-1 px-4 py-6 text-sm text-slate-600 sm:flex-row sm:justify-between sm:px-6">
        <p>Prices in US dollars; 8 % tax is shown before you pay.</p>
        <p>Stock counts are real and renew every few seconds.</p>
      </div>
    </footer>
  );
}
