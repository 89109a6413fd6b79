import { api } from "@/lib/api-client";
import type { Order } from "@/lib/api-types";

/** What a shopper can ask for after ordering. */
export type OrderWish = "cancel" | "return";

interface Asking {
  orderId: string;
  receiptToken: string;
  wish: OrderWish;
  note: string;
}

/** Answers the order as it stands then. Where it has moved on meanwhile the shop refuses with ORDER_STATE_CONFLICT. */
export async function changeOrder({ orderId, receiptToken, wish, note }: Asking): Promise<Order> {
  const options = { path: { id: orderId }, receiptToken, body: note.trim() ? { note: note.trim() } : {} };
  const { data } =
    wish === "cancel" ? await api.post("/orders/{id}/cancel", options) : await api.post("/orders/{id}/return", options);
  return data;
}
