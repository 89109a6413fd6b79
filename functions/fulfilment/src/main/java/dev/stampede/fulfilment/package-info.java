/// Fulfilment: what the shop's staff do with recorded orders.
///
/// Triggers, all behind the authorizer: `POST /orders/{id}/ship` (ShipOrder), `/deliver` (DeliverOrder), `/refund`
/// (RefundOrder), `/fraud-decision` (DecideFraud) and `/receive-return` (ReceiveReturn).
///
/// Promise: an order is moved by one member of the staff, once, from a state that allows it; who comes second is told
/// how it stands. What is given back is never more than was paid, however often it is asked for.
///
/// 1. Only a member of the group `admin` moves an order; nobody else learns whether it exists.
/// 2. A body is refused as a whole with every fault named by its field, and nothing is moved.
/// 3. An operation is refused with 409 and the order's present state where that state forbids it. Nothing is shipped
///    that is not paid, and only an order that the fraud rules left open is decided about.
/// 4. Of operations that meet on one order, each is made on the order as the one before left it, or refused by that.
/// 5. A refund needs an idempotency key. The same key gives back nothing more: the same request is answered with the
///    order, another amount is 422.
/// 6. A refund is above zero and at most what is left of the payment; without an amount it is all that is left.
///    An order is refunded in 50 parts at most, the last of which is all that is left: its history is bounded.
/// 7. The history names who did it by the verified address, or by the user's id where there is none.
/// 8. The money and the units follow later: payment and inventory hear the event.
@NullMarked
package dev.stampede.fulfilment;

import org.jspecify.annotations.NullMarked;
