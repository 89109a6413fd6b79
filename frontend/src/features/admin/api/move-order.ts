import { api } from "@/lib/api-client";
import type { StaffOrder } from "@/lib/api-types";

export type OrderAction = "ship" | "deliver" | "refund" | "receive-return" | "approve" | "reject";

export interface OrderMove {
  orderId: string;
  note: string;
  /** What a refund gives back; null for all that is left. */
  amount: number | null;
  units: "restock" | "write-off";
  /** Of a refund: sent again, it is paid once. */
  idempotencyKey: string;
}

export async function moveOrder(action: OrderAction, move: OrderMove): Promise<StaffOrder> {
  const to = { path: { id: move.orderId }, signedIn: true };
  const note = move.note.trim() === "" ? {} : { note: move.note.trim() };
  switch (action) {
    case "ship":
      return (await api.post("/orders/{id}/ship", { ...to, body: note })).data;
    case "deliver":
      return (await api.post("/orders/{id}/deliver", { ...to, body: note })).data;
    case "receive-return":
      return (await api.post("/orders/{id}/receive-return", { ...to, body: { units: move.units, ...note } })).data;
    case "approve":
    case "reject":
      return (await api.post("/orders/{id}/fraud-decision", { ...to, body: { decision: action, ...note } })).data;
    case "refund": {
      const amount = move.amount === null ? {} : { amount: move.amount };
      return (
        await api.post("/orders/{id}/refund", {
          ...to,
          idempotencyKey: move.idempotencyKey,
          body: { ...amount, ...note },
        })
      ).data;
    }
  }
}
