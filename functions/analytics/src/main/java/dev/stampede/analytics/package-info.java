/// Analytics: folds the events of orders into daily sales figures.
///
/// Trigger: the topic of order events itself (order_created, order_rejected, order_confirmed, order_cancelled,
/// order_expired, order_refunded), one message a call. A call that fails is made again, then goes to its dead-letter
/// queue.
///
/// Promise: every event counts once, on the day it happened.
///
/// 1. The figures of an event and the mark that it was counted are written in one transaction.
/// 2. A repeat of an event changes nothing.
/// 3. The day is that of the event in UTC, however late it is delivered.
/// 4. `orders` and `units` count what was recorded, `confirmed` what was sold. `revenue`, `refunded` and `cancelled`
///    are minor units with tax, and `revenue - refunded - cancelled` is what the shop keeps. `rejects`, `cancels` and
///    `expired` count the orders that came to nothing, and with `#<reason>` tell why.
/// 5. A conflict or a throttle is tried again after a random pause, a bounded number of times, then by Lambda.
package dev.stampede.analytics;
