import { QueryClient } from "@tanstack/react-query";
import { ApiError, isTransient } from "@/lib/api-client";
import { retryDelay } from "@/lib/retry-delay";

const RETRIES = 3;

/** Reads are asked again where that may help, never sooner than the shop said. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < RETRIES && isTransient(error),
        retryDelay: (failures, error) =>
          retryDelay(failures + 1, error instanceof ApiError ? error.retryAfterMs : null),
      },
    },
  });
}
