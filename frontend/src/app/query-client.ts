import { QueryClient } from "@tanstack/react-query";
import { ApiError, isTransient } from "@/lib/api-client";
import { noteRetryAt, retryDelay } from "@/lib/retry-delay";

const RETRIES = 6;

/** Reads are asked again where that may help, never sooner than the shop said. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < RETRIES && isTransient(error),
        retryDelay: (failures, error) => {
          const ms = retryDelay(failures + 1, error instanceof ApiError ? error.retryAfterMs : null);
          noteRetryAt(error, Date.now() + ms);
          return ms;
        },
      },
    },
  });
}
