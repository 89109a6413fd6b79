import { ApiError, NetworkError } from "@/lib/api-client";
import type { Problem } from "@/lib/use-submission";

/** What a refusal means for staff. Details that name a field of the form lead to it; the others are told with all. */
export function explainStaff(error: unknown, fields: readonly string[] = []): Problem[] {
  if (error instanceof NetworkError) {
    return [
      { field: null, message: "No answer from the shop. It may have been done: look again before you repeat it." },
    ];
  }
  if (!(error instanceof ApiError)) return [{ field: null, message: "That did not work. Please try again." }];
  if (error.status === 403) return [{ field: null, message: "This account may not do that." }];
  const told = error.details
    .filter(({ message }) => message)
    .map(({ field = "", message = "" }) => ({ field: fields.includes(field) ? field : null, message }));
  return told.length > 0 ? told : [{ field: null, message: error.message }];
}
