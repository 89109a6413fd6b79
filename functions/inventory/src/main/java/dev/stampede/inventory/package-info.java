/// Inventory: brings each order's units to where the order's status wants them. Confirmed, they turn from reserved into
/// sold; ended before it was shipped, they go back, to the sale they were bought in as well; returned, they are sold
/// again or written off. Units that are given up no longer count against the customer's purchase limits.
///
/// Trigger: the inventory queue (order_confirmed, order_cancelled, order_expired, order_returned, order_refunded), in
/// batches, with partial batch responses.
///
/// Promise: where the units end depends on the order alone, not on which events came, how often, or in which order.
///
/// 1. A batch is folded: one transaction marks many orders, moves the sum of their units once per SKU and takes the sum
///    of what was given up off each counter of purchase limits.
/// 2. An event is only a guess. Where the order has moved on, the ledger hands it back as it stands and the movement is
///    planned again from that; none is needed where the units are there already.
/// 3. A conflict or a throttle is tried again after a random pause, a bounded number of times, then put
///    off. What got no answer in time is put off at once.
/// 4. An order that cannot be moved is parted from its neighbours and handed back alone.
/// 5. Each way from one state to another is a transaction of its own: DynamoDB allows one action per item in it.
/// 6. A message that cannot be read is handed back alone.
/// 7. Moving the units says that the order's last change was heard of, only where the event told of just that change:
///    not of an order that was met further on, nor of one whose money was given back.
@NullMarked
package dev.stampede.inventory;

import org.jspecify.annotations.NullMarked;
