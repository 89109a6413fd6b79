package dev.stampede.fulfilment;

import static dev.stampede.fulfilment.Sample.CUSTOMER;
import static dev.stampede.fulfilment.Sample.HOLD;
import static dev.stampede.fulfilment.Sample.NOW;
import static dev.stampede.fulfilment.Sample.STAFF;

import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Order;
import dev.stampede.model.Reason;

/// Every state in which the staff can meet an order: each status, and where payment or fraud make a difference, each of
/// those.
enum State {
    RESERVED(Sample.reserved()), IN_REVIEW(Sample.inReview()), CONFIRMED(Sample.confirmed()), PAID(
            Sample.paid()), SHIPPED(Sample.shipped()), DELIVERED(
                    SHIPPED.order.delivered(STAFF).orElseThrow()), RETURN_REQUESTED(
                            DELIVERED.order.returnRequested(CUSTOMER).orElseThrow()), RETURNED(
                                    RETURN_REQUESTED.order.returned(Reason.RESTOCKED, STAFF).orElseThrow()), REFUNDED(
                                            Sample.paid().refunded(new Refund(Sample.TOTAL,
                                                    "all"), STAFF).orElseThrow()), REJECTED(Order.rejected(Sample
                                                            .placed(), Reason.SOLD_OUT, NOW)), CANCELLED(Sample
                                                                    .reserved()
                                                                    .cancelled(Reason.CANCELLED_BY_CUSTOMER, CUSTOMER)
                                                                    .orElseThrow()), CANCELLED_PAID(
                                                                            Sample.paid().cancelled(
                                                                                    Reason.CANCELLED_BY_CUSTOMER,
                                                                                    CUSTOMER).orElseThrow()), EXPIRED(
                                                                                            Sample.reserved()
                                                                                                    .expired(NOW
                                                                                                            .plus(HOLD))
                                                                                                    .orElseThrow());

    final Order order;

    State(Order order) {
        this.order = order;
    }
}
