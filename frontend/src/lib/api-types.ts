/** The shapes of the HTTP API. Amounts are decimals in `currency`; times are ISO 8601 in UTC. */

export interface Product {
  id: string;
  name: string;
  price: number;
  originalPrice: number | null;
  /** Whole percent against `originalPrice`, 0 when there is none. */
  discount: number;
  description: string;
  category: string;
  image: string;
  /** Whole units available now; in a running sale, those that can be had in it. */
  stock: number;
  currency: string;
  limitPerCustomer: number | null;
  /** The sale that runs or is to come. Before it starts the product cannot be ordered. */
  sale: Sale | null;
}

export interface Sale {
  id: string;
  startsAt: string;
  endsAt: string;
  price: number;
  units: number;
  unitsLeft: number;
  limitPerCustomer: number | null;
  phase: "UPCOMING" | "RUNNING";
}

export interface OrderRequest {
  cart: { id: string; price: number; quantity: number }[];
  customerEmail: string;
  paymentToken?: string;
}

export interface OrderItem {
  id: string;
  name: string;
  price: number;
  quantity: number;
  lineTotal: number;
}

interface OrderAmounts {
  items: OrderItem[];
  subtotal: number;
  tax: number;
  totalAmount: number;
  currency: string;
  itemCount: number;
  createdAt: string;
}

export interface PlacedOrder extends OrderAmounts {
  orderId: string;
  status: OrderStatus;
  receiptToken: string;
}

export type OrderStatus =
  | "PENDING"
  | "RESERVED"
  | "CONFIRMED"
  | "SHIPPED"
  | "DELIVERED"
  | "REJECTED"
  | "CANCELLED"
  | "EXPIRED"
  | "REFUNDED"
  | "RETURN_REQUESTED"
  | "RETURNED";

export type PaymentStatus = "PENDING" | "AUTHORIZED" | "DECLINED" | "CAPTURED" | "VOIDED" | "REFUNDED";

export interface HistoryEntry {
  type: string;
  status: OrderStatus;
  at: string;
  reason?: string | null;
  /** What a refund gave back. */
  amount?: number | null;
}

/** An order that is accepted but not yet recorded has no more than its id and status. */
export interface Order extends Partial<OrderAmounts> {
  orderId: string;
  status: OrderStatus;
  reason?: string | null;
  customerEmail?: string;
  updatedAt?: string;
  payment?: { status: PaymentStatus };
  refunded?: number;
  /** Until when the units are kept for an order that is not confirmed yet. */
  holdUntil?: string;
  history?: HistoryEntry[];
}
