import { useState } from "react";
import { LogOut } from "lucide-react";
import { Link } from "react-router";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";
import { OwnOrders } from "@/features/account/components/own-orders";
import { signOut, signOutEverywhere } from "@/features/account/identity";
import type { Customer } from "@/lib/session";

interface AccountViewProps {
  customer: Customer;
  status: string | null;
  onStatus: (status: string | null) => void;
  /** The order as the list has it, to be opened with its receipt. */
  onOpen: Parameters<typeof OwnOrders>[0]["onOpen"];
}

export function AccountView({ customer, status, onStatus, onOpen }: AccountViewProps) {
  const [leaving, setLeaving] = useState(false);
  const [failed, setFailed] = useState(false);
  const leaveEverywhere = () => {
    setLeaving(true);
    setFailed(false);
    signOutEverywhere()
      .catch(() => setFailed(true))
      .finally(() => setLeaving(false));
  };
  return (
    <div className="mx-auto max-w-3xl">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 tabIndex={-1} className="text-3xl font-bold tracking-tight">
            Your account
          </h1>
          <p className="mt-1 break-all text-slate-600">Signed in as {customer.email}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {customer.admin && (
            <Link to="/admin" className={buttonClass()}>
              Staff pages
            </Link>
          )}
          <Button look="quiet" onClick={signOut}>
            <LogOut aria-hidden className="size-4" />
            Sign out
          </Button>
          <Button look="quiet" busy={leaving} aria-disabled={leaving} onClick={leaving ? undefined : leaveEverywhere}>
            Sign out everywhere
          </Button>
        </div>
      </div>
      <div role="alert" className="mt-4 empty:hidden">
        {failed && (
          <Notice tone="alert" title="You are still signed in">
            We could not reach the sign-in service. Try again in a moment.
          </Notice>
        )}
      </div>
      <OwnOrders customer={customer} status={status} onStatus={onStatus} onOpen={onOpen} />
    </div>
  );
}
