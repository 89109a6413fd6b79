/// Ordering: accepts orders, records them together with their stock, and lets people read them.
///
/// Triggers: `POST /orders` (CreateOrder), the orders queue in batches of up to 90 (ProcessOrder), `GET /orders/{id}`
/// (GetOrder) and `GET /orders` behind the authorizer (ListOrders).
///
/// Promise: an order that was accepted is recorded once, as reserved or as rejected, whatever is retried, killed or
/// repeated; no unit is promised twice; nobody reads an order that is not theirs.
///
/// CreateOrder
/// 1. A body is refused with every fault named by its field; nothing is enqueued.
/// 2. The price is the catalogue's. A client price that differs is 409 PRICE_CHANGED, a sold-out SKU 409 SOLD_OUT.
/// 3. One idempotency key names one order: a replay gets the same order, another body is 422.
/// 4. With a warm catalogue an order costs two AWS calls: one look-up and one send.
///
/// ProcessOrder
/// 5. A batch is folded: as many orders as fit are put in one transaction with the sum of their units per SKU.
/// 6. Orders are planned in arrival order, each as a whole; what an earlier one could not use is left to a later one.
/// 7. An order that is recorded already is dropped, and the others go on without it.
/// 8. Only stock that was read and found short rejects an order. A conflict or a throttle is tried again after a random
///    pause, a bounded number of times, then handed back.
/// 9. A rejection is inserted, so it can never replace an order that was reserved.
/// 10. A message that cannot be read, or that no transaction takes, is handed back alone.
///
/// GetOrder and ListOrders
/// 11. A guest reads an order with its receipt; without one it does not exist.
/// 12. Where two bodies raced under one key, the loser's receipt says so and shows nothing of the other's order.
/// 13. A customer lists the orders of the verified address; an admin lists anybody's.
package dev.stampede.ordering;
