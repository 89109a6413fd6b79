import { Lock } from "lucide-react";
import { Link, Navigate, Outlet, Route, Routes, useLocation, useParams, useSearchParams } from "react-router";
import { NotFoundRoute } from "@/app/routes/not-found-route";
import { buttonClass } from "@/components/ui/button-class";
import { MessagePage } from "@/components/ui/message-page";
import { PageTitle } from "@/components/ui/page-title";
import { RECORDED_STATUSES } from "@/components/ui/status-badge";
import { AdminNav } from "@/features/admin/components/admin-nav";
import { OrdersPage } from "@/features/admin/components/orders-page";
import { NewProductPage, ProductPage } from "@/features/admin/components/product-page";
import { ProductsPage } from "@/features/admin/components/products-page";
import { ReviewsPage } from "@/features/admin/components/reviews-page";
import { SalesPage } from "@/features/admin/components/sales-page";
import { dayOf, isDay } from "@/features/admin/day";
import { useCustomer } from "@/lib/session";
import { useServerNow } from "@/lib/use-server-now";

export function AdminRoutes() {
  return (
    <Routes>
      <Route element={<StaffOnly />}>
        <Route index element={<Navigate to="/admin/orders" replace />} />
        <Route path="orders" element={<OrdersRoute />} />
        <Route
          path="reviews"
          element={
            <>
              <PageTitle>Fraud review</PageTitle>
              <ReviewsPage />
            </>
          }
        />
        <Route path="products" element={<ProductsRoute />} />
        <Route
          path="products/new"
          element={
            <>
              <PageTitle>New product</PageTitle>
              <NewProductPage />
            </>
          }
        />
        <Route path="products/:productId" element={<ProductRoute />} />
        <Route path="sales" element={<SalesRoute />} />
        <Route path="*" element={<NotFoundRoute />} />
      </Route>
    </Routes>
  );
}

/** What decides is the API; here nobody is shown pages that would stay empty. */
function StaffOnly() {
  const customer = useCustomer();
  const { pathname, search } = useLocation();
  if (!customer) return <Navigate to="/account/sign-in" state={{ from: pathname + search }} replace />;
  if (!customer.admin) return <NotForYou email={customer.email} />;
  return (
    <>
      <AdminNav />
      <Outlet />
    </>
  );
}

function NotForYou({ email }: { email: string }) {
  return (
    <MessagePage
      icon={Lock}
      title="This is for the staff"
      actions={
        <Link to="/" className={buttonClass({ size: "large" })}>
          Go to the shop
        </Link>
      }
    >
      <PageTitle>For the staff</PageTitle>
      <p>You are signed in as {email}, which is no account of the staff.</p>
    </MessagePage>
  );
}

function OrdersRoute() {
  const [search, setSearch] = useSearchParams();
  const filters = {
    status: RECORDED_STATUSES.find((known) => known === search.get("status")) ?? null,
    customerEmail: search.get("email") ?? "",
    day: search.get("day") ?? "",
  };
  return (
    <>
      <PageTitle>Orders of the shop</PageTitle>
      <OrdersPage
        filters={filters}
        onFilter={({ status, customerEmail, day }) =>
          setSearch({ ...(status && { status }), ...(customerEmail && { email: customerEmail }), ...(day && { day }) })
        }
      />
    </>
  );
}

function ProductsRoute() {
  const [search, setSearch] = useSearchParams();
  return (
    <>
      <PageTitle>Products of the shop</PageTitle>
      <ProductsPage q={search.get("q") ?? ""} onSearch={(q) => setSearch(q ? { q } : {})} />
    </>
  );
}

function ProductRoute() {
  const { productId = "" } = useParams();
  return (
    <>
      <PageTitle>Edit a product</PageTitle>
      <ProductPage key={productId} productId={productId} notFound={<NotFoundRoute />} />
    </>
  );
}

function SalesRoute() {
  const [search, setSearch] = useSearchParams();
  const today = dayOf(useServerNow());
  const asked = search.get("day") ?? "";
  return (
    <>
      <PageTitle>Sales of the shop</PageTitle>
      <SalesPage
        day={isDay(asked) ? asked : today}
        today={today}
        onChoose={(day) => setSearch(day === today || !isDay(day) ? {} : { day })}
      />
    </>
  );
}
