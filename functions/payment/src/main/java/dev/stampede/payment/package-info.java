/// Payment: authorises an order's total when the order is created, captures it when the order is confirmed, voids it
/// when the order has ended, and refunds what is given back.
///
/// Trigger: the payment queue (order_created, order_confirmed, order_cancelled, order_expired, order_refunded), with
/// partial batch responses.
///
/// Promise: a confirmed order is captured once, an ended order keeps or holds no money, and every refund is made once,
/// whatever is repeated, reordered or left unanswered.
///
/// 1. Every operation of the gateway is idempotent. The provider's idempotency key is the order id; for a refund it
///    also holds the version of the history entry that asks for it.
/// 2. An authorisation or a decline is recorded on the order only while it is reserved and its payment pending.
/// 3. An authorisation that arrives after the order has ended is voided.
/// 4. An order voided before it was authorised can never be authorised afterwards.
/// 5. Only an authorised payment of a confirmed order is captured, and only once.
/// 6. A message that cannot be read, or whose order cannot be processed, is returned as a batch item failure, alone.
/// 7. An unanswered authorisation is requested a second time in the same delivery. If it stays unanswered until the
///    last delivery but one, it is voided, and only then is the order cancelled as PAYMENT_UNAVAILABLE. From the first
///    request on its units are held for a shorter time, and for the usual time once there is an answer; if the
///    provider was not even asked, nothing is shortened.
/// 8. What was captured for an order that is cancelled is refunded, less what was refunded before.
/// 9. A refund of an active order pays back its amount; the refund that pays back the rest also makes the earlier ones
///    that are still missing, and ends the payment.
/// 10. A provider that cannot be reached is not called for half a minute. Orders and cards that get no answer from a
///     provider that can be reached stop nobody else's payment, however many they are. Meanwhile messages are put off
///     without counting a receive, and voids are still requested.
/// 11. The messages of a batch are processed concurrently: ten slow cards take as long as one.
@NullMarked
package dev.stampede.payment;

import org.jspecify.annotations.NullMarked;
