import { api } from "@/lib/api-client";
import type { PlacedOrder } from "@/lib/api-types";

export async function requestAccessCode(orderId: string, customerEmail: string): Promise<void> {
  await api.post("/orders/{id}/access-code", { path: { id: orderId }, body: { customerEmail } });
}

/** The receipt that the code opens, with what was ordered. */
export async function redeemAccessCode(orderId: string, customerEmail: string, code: string): Promise<PlacedOrder> {
  const { data: access } = await api.post("/orders/{id}/access", {
    path: { id: orderId },
    body: { customerEmail, code },
  });
  const { receiptToken } = access;
  const { data: order } = await api.get("/orders/{id}", { path: { id: access.orderId }, receiptToken });
  return { ...order, receiptToken } as PlacedOrder;
}
