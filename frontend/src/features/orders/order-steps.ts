import type { Order, OrderStatus } from "@/lib/api-types";

export type StepState = "done" | "current" | "failed" | "upcoming";

export interface Step {
  id: "placed" | "reserved" | "payment" | "confirmed";
  label: string;
  state: StepState;
  at: string | null;
}

const LABELS = [
  ["placed", "Order placed", "Order not placed"],
  ["reserved", "Units reserved", "Not reserved"],
  ["payment", "Payment approved", "Payment not approved"],
  ["confirmed", "Order confirmed", "Not confirmed"],
] as const;

const GOOD: OrderStatus[] = ["CONFIRMED", "SHIPPED", "DELIVERED", "REFUNDED", "RETURN_REQUESTED", "RETURNED"];
const FAILED: OrderStatus[] = ["REJECTED", "CANCELLED", "EXPIRED"];

/** The four steps a shopper waits for, read from what the order records and never guessed from the clock. */
export function stepsOf(order: Order): Step[] {
  const at = {
    placed: order.createdAt ?? null,
    reserved: timeOf(order, "order_created"),
    payment: timeOf(order, "payment_authorized"),
    confirmed: timeOf(order, "order_confirmed"),
  };
  const confirmed = GOOD.includes(order.status) || at.confirmed !== null;
  const done = {
    placed: true,
    reserved: confirmed || order.status === "RESERVED" || at.reserved !== null,
    payment: confirmed || at.payment !== null,
    confirmed,
  };
  const openStep = LABELS.find(([id]) => !done[id])?.[0];
  const openState: StepState = FAILED.includes(order.status) ? "failed" : "current";
  return LABELS.map(([id, label, failedLabel]) => {
    const state = done[id] ? "done" : id === openStep ? openState : "upcoming";
    return { id, label: state === "failed" ? failedLabel : label, at: at[id], state };
  });
}

function timeOf(order: Order, type: string): string | null {
  return order.history?.find((entry) => entry.type === type)?.at ?? null;
}
