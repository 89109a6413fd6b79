import type { FormNotice } from "@/features/checkout/components/order-form";
import type { ApiError } from "@/lib/api-client";

/** Why an order was refused and what the shopper can do; of a changed price and of too few units the form knows more. */
export function refusalNotice(problem: ApiError): FormNotice {
  switch (problem.code) {
    case "PRICE_CHANGED":
      return { title: "The price has just changed", text: "Nothing was ordered; check the new total first." };
    case "SOLD_OUT":
      return { title: "Something has just sold out", text: "Nothing was ordered. See what is left." };
    case "SALE_NOT_STARTED":
      return {
        title: "The sale has not started yet",
        text: `${problem.details[0]?.message ?? problem.message} Nothing was ordered.`,
      };
    case "LIMIT_REACHED":
      return { title: "That is more than one customer may have", text: "Nothing was ordered; choose fewer." };
    case "TOO_MANY_ORDERS":
      return { title: "Please come back later", text: `${problem.message} ${comeBack(problem.retryAfterMs)}` };
    case "VALIDATION_FAILED":
      return { title: "Please check your order", text: problem.message };
    default:
      return { title: "Your order was not placed", text: `${problem.message} You were not charged.` };
  }
}

function comeBack(retryAfterMs: number | null): string {
  const minutes = Math.ceil((retryAfterMs ?? 15 * 60_000) / 60_000);
  return minutes > 1 ? `You can order again in ${minutes} minutes.` : "You can order again in a minute.";
}
