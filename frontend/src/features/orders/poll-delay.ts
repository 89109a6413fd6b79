import type { Order } from "@/lib/api-types";

const FIRST_MS = 700;
const LONGEST_MS = 5_000;
const GROWTH = 1.25;

/** When to ask again, in milliseconds, after `answers` answers; false once nothing more is to come by itself. */
export function pollDelay(order: Order | undefined, answers: number): number | false {
  if (order && !isMoving(order)) return false;
  return Math.min(LONGEST_MS, Math.round(FIRST_MS * GROWTH ** Math.max(0, answers - 1)));
}

/** Whether the order still goes on without anybody doing anything; a confirmed one only until its money is captured. */
export function isMoving(order: Order): boolean {
  if (order.status === "PENDING" || order.status === "RESERVED") return true;
  return order.status === "CONFIRMED" && order.payment?.status === "AUTHORIZED";
}
