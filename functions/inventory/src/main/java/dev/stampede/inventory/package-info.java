/// Inventory: moves each order's units to where the order's status wants them. Units of a confirmed order turn from
/// reserved into sold; units of an order that ended before shipping return to the stock and to the sale they were
/// bought in; units of a returned order are restocked or written off. Units that are given up no longer count against
/// the customer's purchase limits.
///
/// Trigger: the inventory queue (order_confirmed, order_cancelled, order_expired, order_returned, order_refunded),
/// with partial batch responses.
///
/// Promise: where the units end up depends on the order alone, not on which events arrived, how often, or in which
/// sequence.
///
/// 1. A batch is grouped: one transaction marks many orders, moves the sum of their units once per SKU, and subtracts
///    the sum of what was given up from each purchase-limit counter.
/// 2. An event is only a hint. If the order has moved on, the ledger returns it as it stands and the movement is
///    planned again from there; none is needed if the units are already in place.
/// 3. A conflict or a throttle is retried after a random pause, a bounded number of times, and then put off. A call
///    that got no answer in time is put off at once.
/// 4. An order that cannot be moved is separated from the others of its group and returned as a batch item failure,
///    alone.
/// 5. Each pair of states is a transaction of its own: DynamoDB allows one action per item in a transaction.
/// 6. A message that cannot be read is returned as a batch item failure, alone.
/// 7. Moving the units acknowledges the order's last change only if the event told of exactly that change: not if the
///    order has moved on since, nor if its money was refunded.
@NullMarked
package dev.stampede.inventory;

import org.jspecify.annotations.NullMarked;
