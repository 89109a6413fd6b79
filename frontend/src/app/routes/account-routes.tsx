import { type ReactNode, useEffect } from "react";
import { Navigate, Route, Routes, useLocation, useNavigate, useSearchParams } from "react-router";
import { NotFoundRoute } from "@/app/routes/not-found-route";
import { PageTitle } from "@/components/ui/page-title";
import { AccountView } from "@/features/account/components/account-view";
import { ForgotForm } from "@/features/account/components/forgot-form";
import { JoinForm } from "@/features/account/components/join-form";
import { SignInForm } from "@/features/account/components/sign-in-form";
import { keepAccountReceipt } from "@/lib/account-receipts";
import { useCustomer } from "@/lib/session";

// Loaded with these: it is the way of those who have no account.
export { FindOrderRoute } from "@/app/routes/find-order-route";

export function AccountRoutes() {
  return (
    <Routes>
      <Route index element={<AccountRoute />} />
      <Route
        path="sign-in"
        element={
          <Entrance title="Sign in">
            {(onSignedIn, state) => <SignInForm onSignedIn={onSignedIn} linkState={state} />}
          </Entrance>
        }
      />
      <Route
        path="join"
        element={
          <Entrance title="Create an account">
            {(onSignedIn, state) => <JoinForm onSignedIn={onSignedIn} linkState={state} />}
          </Entrance>
        }
      />
      <Route
        path="password"
        element={
          <Entrance title="New password">
            {(onSignedIn, state) => <ForgotForm onSignedIn={onSignedIn} linkState={state} />}
          </Entrance>
        }
      />
      <Route path="*" element={<NotFoundRoute />} />
    </Routes>
  );
}

function AccountRoute() {
  const customer = useCustomer();
  const [search, setSearch] = useSearchParams();
  if (!customer) return <Navigate to="/account/sign-in" state={{ from: "/account" }} replace />;
  return (
    <>
      <PageTitle>Your account</PageTitle>
      <AccountView
        customer={customer}
        status={search.get("status")}
        onStatus={(status) => setSearch(status ? { status } : {}, { replace: true, preventScrollReset: true })}
        onOpen={(order) =>
          order.receiptToken && keepAccountReceipt({ ...order, receiptToken: order.receiptToken }, customer.id)
        }
      />
    </>
  );
}

interface EntranceProps {
  title: string;
  children: (onSignedIn: () => void, state: unknown) => ReactNode;
}

/** A page for who is not signed in yet; it leads on to where the customer wanted to go. */
function Entrance({ title, children }: EntranceProps) {
  const customer = useCustomer();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: unknown };
  const onward = wantedIn(state);

  useEffect(() => {
    if (customer) void navigate(onward, { replace: true });
  }, [customer, navigate, onward]);

  return (
    <>
      <PageTitle>{title}</PageTitle>
      {children(() => void navigate(onward, { replace: true }), state)}
    </>
  );
}

function wantedIn(state: unknown): string {
  const from = typeof state === "object" && state !== null && "from" in state ? state.from : null;
  return typeof from === "string" && /^\/(?!\/)/.test(from) ? from : "/account";
}
