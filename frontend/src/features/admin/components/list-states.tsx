import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/api-client";

export function ListSkeleton() {
  return (
    <div aria-busy className="mt-6 space-y-3">
      <p role="status" className="sr-only">
        Loading
      </p>
      {[0, 1, 2, 3].map((each) => (
        <Skeleton key={each} className="h-28 rounded-2xl" />
      ))}
    </div>
  );
}

export function ListFailed({ error, busy, onRetry }: { error: unknown; busy: boolean; onRetry: () => void }) {
  const forbidden = error instanceof ApiError && error.status === 403;
  return (
    <div role="alert" className="mt-6">
      <Notice
        tone={forbidden ? "note" : "wait"}
        title={forbidden ? "This account may not see this" : "The shop does not answer"}
      >
        <p>{forbidden ? "Sign in with an account of the staff." : "Nothing is lost. Try again in a moment."}</p>
        {!forbidden && (
          <Button look="quiet" className="mt-3" busy={busy} onClick={onRetry}>
            Try again
          </Button>
        )}
      </Notice>
    </div>
  );
}

export function NothingHere({ children }: { children: ReactNode }) {
  return (
    <p className="mt-6 rounded-2xl border border-dashed border-slate-300 p-8 text-center text-slate-600">{children}</p>
  );
}
