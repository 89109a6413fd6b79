/// Payment: authorises an order's total when the order is created, captures it when the order is confirmed, and gives
/// the money up when the order has ended.
///
/// Trigger: the payment queue (order_created, order_confirmed, order_cancelled, order_expired), with partial batch
/// responses.
///
/// Promise: a confirmed order is captured once; an order that ended holds no money; whatever is repeated or reordered.
///
/// 1. Every operation of the gateway is idempotent by the order id, which is the provider's idempotency key.
/// 2. An authorisation or a decline is recorded on the order only while it is reserved and its payment pending.
/// 3. An authorisation that arrives after the order has ended is voided.
/// 4. An order voided before it was authorised can never be authorised afterwards.
/// 5. Only an authorised payment of a confirmed order is captured, and only once.
/// 6. A message that cannot be read, or whose order cannot be brought on, is handed back alone.
package dev.stampede.payment;
