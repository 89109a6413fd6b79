import { ApiError, NetworkError } from "@/lib/api-client";
import { ADDRESS_REFUSED } from "@/lib/email-problem";
import type { Problem } from "@/lib/use-submission";

const FIELDS: Record<string, string> = { customerEmail: "email", code: "code" };

export function explainLookup(error: unknown): Problem[] {
  if (error instanceof NetworkError) {
    return [{ field: null, message: "We could not reach the shop. Check your connection and try again." }];
  }
  if (!(error instanceof ApiError)) return [{ field: null, message: "That did not work. Please try again." }];
  if (error.code === "CODE_NOT_VALID") {
    return [
      {
        field: "code",
        message: "This code does not open the order: it may be mistyped, used, or older than ten minutes",
      },
    ];
  }
  if (error.status === 429)
    return [{ field: null, message: `Too many tries. Try again ${waitOf(error.retryAfterMs)}.` }];
  const named = error.details.filter(({ field = "" }) => field in FIELDS);
  return named.length > 0
    ? named.map(({ field = "", message = "" }) => ({
        field: FIELDS[field] ?? null,
        message: field === "customerEmail" ? ADDRESS_REFUSED : message,
      }))
    : [{ field: null, message: error.message }];
}

function waitOf(milliseconds: number | null): string {
  if (milliseconds === null) return "later";
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `in ${seconds} seconds` : `in ${Math.ceil(seconds / 60)} minutes`;
}
