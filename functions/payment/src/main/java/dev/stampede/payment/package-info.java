/// Payment: authorises an order's total when the order is created, captures it when the order is confirmed, lets it go
/// when the order has ended, and gives back what is refunded.
///
/// Trigger: the payment queue (order_created, order_confirmed, order_cancelled, order_expired, order_refunded), with
/// partial batch responses.
///
/// Promise: a confirmed order is captured once; of an order that ended nothing is held or kept; every refund is made
/// once; whatever is repeated, reordered or left unanswered.
///
/// 1. Every operation of the gateway is idempotent: by the order id, which is the provider's idempotency key, and a
///    refund by the order id and the version of the history entry that asks for it.
/// 2. An authorisation or a decline is recorded on the order only while it is reserved and its payment pending.
/// 3. An authorisation that arrives after the order has ended is voided.
/// 4. An order voided before it was authorised can never be authorised afterwards.
/// 5. Only an authorised payment of a confirmed order is captured, and only once.
/// 6. A message that cannot be read, or whose order cannot be brought on, is handed back alone.
/// 7. An unanswered authorisation is asked for a second time in the same delivery. If it stays unanswered until the
///    last delivery but one, it is voided, and only then the order is cancelled as PAYMENT_UNAVAILABLE.
///    Its units are kept for a shorter time from the first asking on, and for the usual time once there is an answer;
///    where the provider was not even asked, nothing is shortened.
/// 8. What was captured of an order that is cancelled is refunded, less what was refunded before.
/// 9. A refund of an order that stands gives back its amount; the one that gives back the last of it makes what others
///    have not made yet, and ends the payment.
/// 10. A provider that cannot be reached is left alone for half a minute. Orders and cards that get no answer from one
///     that can be reached keep nobody else from paying, however many they are. Meanwhile messages wait without a
///     receive being counted, and voids are asked for.
/// 11. The messages of a batch are settled side by side: ten slow cards take as long as one.
@NullMarked
package dev.stampede.payment;

import org.jspecify.annotations.NullMarked;
