/** The shapes of the HTTP API, by the names that the shop uses. Amounts are decimals in `currency`; times are ISO 8601 in UTC. */
import type { components } from "@/lib/api-schema";

type Schemas = components["schemas"];

export type Product = Schemas["Product"];

/** The sale that runs or is to come. Before it starts the product cannot be ordered. */
export type Sale = Schemas["Sale"];

export type Category = Schemas["Category"];

export type OrderRequest = Schemas["CartOrder"];

export type OrderItem = Schemas["OrderItem"];

/** Under the keys that are made here an order always comes with its receipt. */
export type PlacedOrder = Schemas["AcceptedOrder"] & { receiptToken: string };

export type OrderStatus = Schemas["Status"];

export type OrderReason = Schemas["Reason"];

export type HistoryEntry = Schemas["HistoryEntry"];

/** An order that is accepted but not yet recorded has no more than its id and status. */
export type Order = Partial<Omit<Schemas["Order"], "orderId" | "status">> & { orderId: string; status: OrderStatus };

export type Cart = Schemas["Cart"];

export type CartItem = Schemas["CartItem"];

/** The states that an order can be recorded in. */
export type RecordedStatus = Schemas["RecordedStatus"];

/** An order of a list, with the receipt token that opens it. */
export type ListedOrder = Schemas["Order"];

/** What administrators see of an order, in lists as well. */
export type StaffOrder = Schemas["StaffOrder"];

/** A product as the staff described it, whatever its sale does to it. */
export type DescribedProduct = Schemas["DescribedProduct"];

/** A product put on sale, with the units that one of its id had left. */
export type CreatedProduct = Schemas["CreatedProduct"];

/** All that staff says of a product. */
export type ProductDescription = Schemas["ProductDescription"];

export type Stock = Schemas["Stock"];

export type StockAdjustment = Schemas["StockAdjustment"];

/** What a day brought, hour by hour in UTC. */
export type DaySales = Schemas["DaySales"];

export type StockBooks = Stock & { adjustments: StockAdjustment[] };
