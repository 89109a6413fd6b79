import { http } from "msw";
import type { Order, OrderRequest, PlacedOrder } from "@/lib/api-types";
import { rtx4090 } from "@/testing/catalogue";
import { refusal, success } from "@/testing/answers";
import { server } from "@/testing/server";

export const ORDER_ID = "7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e";

export const placed = {
  orderId: ORDER_ID,
  status: "PENDING",
  items: [{ id: rtx4090.id, name: rtx4090.name, price: 1599.99, quantity: 1, lineTotal: 1599.99 }],
  subtotal: 1599.99,
  tax: 128,
  totalAmount: 1727.99,
  currency: "USD",
  itemCount: 1,
  createdAt: "2026-01-01T10:00:00.000Z",
  receiptToken: "receipt-1",
} satisfies PlacedOrder;

const { receiptToken: _token, ...recorded } = placed;

export const pending = { orderId: ORDER_ID, status: "PENDING" } satisfies Order;

export const reserved = {
  ...recorded,
  status: "RESERVED",
  payment: { status: "PENDING" },
  history: [{ type: "order_created", status: "RESERVED", at: "2026-01-01T10:00:01.200Z" }],
} satisfies Order;

export const confirmed = {
  ...recorded,
  status: "CONFIRMED",
  customerEmail: "customer@example.com",
  payment: { status: "CAPTURED" },
  history: [
    ...reserved.history,
    { type: "payment_authorized", status: "RESERVED", at: "2026-01-01T10:00:02.000Z" },
    { type: "order_confirmed", status: "CONFIRMED", at: "2026-01-01T10:00:02.400Z" },
  ],
} satisfies Order;

export const declined = {
  ...recorded,
  status: "CANCELLED",
  reason: "PAYMENT_DECLINED",
  payment: { status: "DECLINED" },
  history: [
    ...reserved.history,
    { type: "order_cancelled", status: "CANCELLED", at: "2026-01-01T10:00:02.000Z", reason: "PAYMENT_DECLINED" },
  ],
} satisfies Order;

export interface ReceivedOrder {
  key: string | null;
  body: OrderRequest;
}

/** Answers POST /orders with one response after the other (the last one for good) and records what arrived. */
export function answerOrdersWith(...answers: (() => Response | Promise<Response>)[]): ReceivedOrder[] {
  const received: ReceivedOrder[] = [];
  server.use(
    http.post("*/api/orders", async ({ request }) => {
      const body = (await request.json()) as OrderRequest;
      received.push({ key: request.headers.get("Idempotency-Key"), body });
      return answers[Math.min(received.length, answers.length) - 1]!();
    }),
  );
  return received;
}

export const accepted = () => success(placed, { status: 202, headers: { Location: `/api/orders/${ORDER_ID}` } });

/** Answers GET /orders/{id} with one state after the other (the last one for good) and counts the readings. */
export function tellOrderAs(...states: Order[]): { readings: number } {
  const seen = { readings: 0 };
  server.use(
    http.get(`*/api/orders/${ORDER_ID}`, ({ request }) => {
      if (request.headers.get("X-Receipt-Token") !== placed.receiptToken) return refusal(404, "ORDER_NOT_FOUND");
      seen.readings += 1;
      return success(states[Math.min(seen.readings, states.length) - 1]! as never);
    }),
  );
  return seen;
}
