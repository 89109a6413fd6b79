/// Fulfilment: what the shop's staff do with recorded orders.
///
/// Triggers, all behind the authorizer: `POST /orders/{id}/ship` (ShipOrder), `/deliver` (DeliverOrder), `/refund`
/// (RefundOrder), `/fraud-decision` (DecideFraud) and `/receive-return` (ReceiveReturn).
///
/// Promise: each transition is made once, by one member of staff, from a state that allows it; whoever comes second is
/// told the order's current state. Refunds never exceed the payment, however often they are requested.
///
/// 1. Only a member of the group `admin` changes an order; nobody else learns whether it exists.
/// 2. A body with errors is refused as a whole, every error is named by its field, and nothing is changed.
/// 3. An operation that the order's state forbids is refused with 409 and the current state. Only paid orders are
///    shipped, and a fraud decision is taken only on orders under review.
/// 4. Concurrent operations on one order take effect one after the other: each applies to the state that the one
///    before left, or is refused because of it.
/// 5. A refund requires an idempotency key. Repeated under the same key it refunds nothing more: the same request is
///    answered with the order, another amount with 422.
/// 6. A refund is above zero and at most what is left of the payment; without an amount it is all that is left. An
///    order has at most 50 refunds, the last of which is all that is left, so that its history is bounded.
/// 7. The history names the staff member by the verified address, or by the user's id if there is none.
/// 8. Money and units follow later: payment and inventory consume the event.
@NullMarked
package dev.stampede.fulfilment;

import org.jspecify.annotations.NullMarked;
