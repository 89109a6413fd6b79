/// Analytics: adds the events of orders up to sales figures by the hour, and shows those of a day.
///
/// Triggers: the analytics queue (order_created, order_rejected, order_confirmed, order_cancelled, order_expired,
/// order_refunded), many messages per invocation; `GET /sales/{day}` behind the authorizer (GetSales).
///
/// Promise: every event counts once, in the hour in which it happened.
///
/// 1. The figures of events and the marks that they were counted are written in one transaction, for as much of a
///    batch as it can hold.
/// 2. A repeat of an event changes nothing and holds up no other event.
/// 3. The day and hour are those of the event in UTC, however late it is delivered.
/// 4. `orders` and `units` count what was recorded, `confirmed` what was sold. `revenue`, `refunded` and `cancelled`
///    are minor units including tax, and `revenue - refunded - cancelled` is what the shop keeps. `rejects`, `cancels`
///    and `expired` count failed orders, and with `#<reason>` say why they failed.
/// 5. A conflict or a throttle is retried after a random pause, a bounded number of times; then the events are
///    put off, as they are at once if the table does not answer in time. A message that is not an event is returned
///    as a batch item failure, alone.
/// 6. Only a member of the group `admin` sees the sales; nobody else learns anything.
/// 7. A day is shown with all of its 24 hours, and with totals that are their sums. It is read completely or not shown
///    at all.
/// 8. An invalid day is refused with the reason, and nothing is read.
@NullMarked
package dev.stampede.analytics;

import org.jspecify.annotations.NullMarked;
