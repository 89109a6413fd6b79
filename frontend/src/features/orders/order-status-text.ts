import type { Order } from "@/lib/api-types";

export type Tone = "waiting" | "good" | "bad" | "over";

export interface StatusText {
  tone: Tone;
  title: string;
  text: string;
}

/** What an order's state means for the shopper: what happened, whether money moved, and what to do next. */
export function statusTextOf(order: Order): StatusText {
  switch (order.status) {
    case "PENDING":
      return {
        tone: "waiting",
        title: "We have your order",
        text: "It is in line to be reserved. You can leave this page: your place is kept.",
      };
    case "RESERVED":
      return {
        tone: "waiting",
        title: "Your units are reserved",
        text: "We are checking the payment now. Nobody can take them from you meanwhile.",
      };
    case "CONFIRMED":
      return { tone: "good", title: "Order confirmed", text: mailed(order, "It is yours.") };
    case "SHIPPED":
      return { tone: "good", title: "On its way", text: "Your order has left the warehouse." };
    case "DELIVERED":
      return { tone: "good", title: "Delivered", text: "Your order has arrived. Enjoy it." };
    case "REJECTED":
    case "CANCELLED":
    case "EXPIRED":
      return { tone: "bad", ...refusal(order) };
    case "REFUNDED":
      return { tone: "over", title: "Refunded", text: "The money is on its way back to you." };
    case "RETURN_REQUESTED":
      return { tone: "over", title: "Return requested", text: "We are looking at your return." };
    case "RETURNED":
      return { tone: "over", title: "Returned", text: "Your return is complete." };
  }
}

/** What went wrong, what became of the money, and what the shopper can do now. */
function refusal(order: Order): Omit<StatusText, "tone"> {
  switch (order.reason) {
    case "SOLD_OUT":
      return {
        title: "Sold out",
        text: "Others were in line before you and took the last units. You were not charged.",
      };
    case "NOT_FOR_SALE":
      return {
        title: "No longer sold",
        text: "Something in your order had been taken out of the shop a moment before. You were not charged.",
      };
    case "LIMIT_REACHED":
      return {
        title: "You have as many as one customer may have",
        text: "Your other orders count too. You were not charged. When one of them is cancelled, you can order again.",
      };
    case "PAYMENT_DECLINED":
      return {
        title: "Your card was declined",
        text: "You were not charged and the units went back on sale. Put them back into the cart to pay with another card.",
      };
    case "PAYMENT_UNAVAILABLE":
      return {
        title: "We could not reach the payment service",
        text: "You were not charged and the units went back on sale. Please order again in a few minutes.",
      };
    case "PAYMENT_TIMED_OUT":
      return {
        title: "Your reservation ran out",
        text: "The payment took too long. You were not charged. You can order again.",
      };
    case "REVIEW_TIMED_OUT":
      return {
        title: "Your reservation ran out",
        text: "We could not check this order in time. You were not charged. You can order again.",
      };
    case "FRAUD_REJECTED":
      return {
        title: "We could not approve this order",
        text: "Our checks stopped it. You were not charged. Ordering again later, from your usual address, often works.",
      };
    case "CANCELLED_BY_CUSTOMER":
      return { title: "You cancelled this order", text: moneyBack(order) };
    case "CANCELLED_BY_STAFF":
      return { title: "We had to cancel this order", text: moneyBack(order) };
    default:
      return { title: "This order did not go through", text: "You were not charged. You can order again." };
  }
}

function moneyBack(order: Order): string {
  const taken = order.history?.some((entry) => entry.type === "payment_captured");
  return taken ? "Your money is on its way back to you." : "You were not charged.";
}

function mailed(order: Order, text: string): string {
  return order.customerEmail ? `${text} We are sending the confirmation to ${order.customerEmail}.` : text;
}

const HISTORY_LABELS: Record<string, string> = {
  order_created: "Units reserved",
  order_rejected: "Order rejected",
  order_confirmed: "Order confirmed",
  order_cancelled: "Order cancelled",
  order_expired: "Reservation expired",
  order_shipped: "Shipped",
  order_delivered: "Delivered",
  order_refunded: "Refunded",
  return_requested: "Return requested",
  order_returned: "Returned",
  payment_authorized: "Payment approved",
  payment_declined: "Payment declined",
  payment_captured: "Payment taken",
  fraud_reviewed: "Safety check done",
};

export function historyLabel(type: string): string {
  return HISTORY_LABELS[type] ?? type.replaceAll("_", " ");
}
