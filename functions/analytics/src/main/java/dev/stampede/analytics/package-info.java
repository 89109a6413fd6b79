/// Analytics: folds the events of orders into sales figures by the hour, and shows those of a day.
///
/// Triggers: AnalyticsQueue (order_created, order_rejected, order_confirmed, order_cancelled, order_expired,
/// order_refunded), many messages a call. Behind the authorizer: `GET /sales/{day}` (GetSales).
///
/// Promise: every event counts once, in the hour in which it happened.
///
/// 1. The figures of events and the marks that they were counted are written in one transaction, a whole batch of them
///    where it can hold them.
/// 2. A repeat of an event changes nothing, and holds up no other event.
/// 3. The day and the hour are those of the event in UTC, however late it is delivered.
/// 4. `orders` and `units` count what was recorded, `confirmed` what was sold. `revenue`, `refunded` and `cancelled`
///    are minor units with tax, and `revenue - refunded - cancelled` is what the shop keeps. `rejects`, `cancels` and
///    `expired` count the orders that came to nothing, and with `#<reason>` tell why.
/// 5. A conflict or a throttle is tried again after a random pause, a bounded number of times; then the events are
///    put off, as they are at once where the table gives no answer in time. A message that is no event is handed back,
///    alone.
/// 6. Only a member of the group `admin` sees the sales; nobody else learns anything.
/// 7. A day is shown with all of its 24 hours, and with totals that are the sums of them. It is read to its end or not
///    shown at all.
/// 8. A day that is none is refused by name, and nothing is read.
@NullMarked
package dev.stampede.analytics;

import org.jspecify.annotations.NullMarked;
