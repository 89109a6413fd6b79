/// Inventory: turns an order's reserved units into sold ones when it is confirmed, and gives them back when it has
/// ended.
///
/// Trigger: the inventory queue (order_confirmed, order_cancelled, order_expired, order_returned), in batches, with
/// partial batch responses.
///
/// Promise: the units of an order move once, together with the order's own mark of it, whatever is repeated.
///
/// 1. A batch is folded: one transaction marks many orders and moves the sum of their units once per SKU.
/// 2. An order whose units have moved already is left out, and the others go on without it.
/// 3. A conflict or a throttle is tried again after a random pause, a bounded number of times, then handed back.
/// 4. An order that cannot be moved is parted from its neighbours and handed back alone.
/// 5. Sales and releases of one SKU are two transactions: DynamoDB allows one action per item in a transaction.
/// 6. A message that cannot be read is handed back alone.
package dev.stampede.inventory;
