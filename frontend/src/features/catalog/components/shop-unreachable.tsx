import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { CloudOff, Users } from "lucide-react";
import { Button } from "@/components/ui/button";
import { RetryCountdown } from "@/components/ui/retry-countdown";
import { ApiError } from "@/lib/api-client";
import { retryAtOf } from "@/lib/retry-delay";

interface ShopUnreachableProps {
  queryKey: QueryKey;
  failureReason: Error | null;
  /** Whether it is asked again by itself. */
  retrying: boolean;
}

/** Nothing to show yet: why, when it is asked again, and a way not to wait for that. */
export function ShopUnreachable({ queryKey, failureReason, retrying }: ShopUnreachableProps) {
  const queryClient = useQueryClient();
  const busy = failureReason instanceof ApiError;
  const Icon = busy ? Users : CloudOff;
  const retryAt = retryAtOf(failureReason);
  return (
    <div className="flex min-h-96 flex-col items-center justify-center gap-4 px-4 py-12 text-center">
      <span className="grid size-16 place-items-center rounded-2xl border border-slate-200 bg-white text-blue-600 shadow-sm">
        <Icon aria-hidden className="size-8" strokeWidth={1.75} />
      </span>
      <div role="status">
        <p className="text-2xl font-bold tracking-tight">
          {busy ? "The shop is very busy" : "The shop does not answer"}
        </p>
        <p className="mt-2 text-pretty text-slate-600">
          {retrying
            ? busy
              ? "Many shoppers are here at once. Stay on this page: we keep asking for you."
              : "Check your connection. We keep trying."
            : "We tried a few times. Check your connection, or wait a moment."}
        </p>
      </div>
      {retrying && retryAt !== null && <RetryCountdown until={retryAt} />}
      <Button size="large" onClick={() => void queryClient.resetQueries({ queryKey })}>
        {retrying ? "Try now" : "Try again"}
      </Button>
    </div>
  );
}
