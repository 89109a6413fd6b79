package dev.stampede.payment;

import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Money;
import dev.stampede.model.Order;

/// Gives captured money back, each refund under a name that is the same whenever and by whomever it is made.
final class Refunds {

    private final PaymentGateway gateway;

    Refunds(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    /// Makes the refund that one change of the order asks for.
    void make(Order order, HistoryEntry entry) {
        entry.refund().ifPresent(refund -> make(order, Long.toString(entry.version()), refund.amount()));
    }

    /// Makes the refunds that are in the order's history.
    void make(Order order) {
        order.history().forEach(entry -> make(order, entry));
    }

    /// Makes those, and one of all that is left. An order that failed gets no further refunds, so what is left of it is
    /// the same for everybody.
    void makeAll(Order failed) {
        make(failed);
        make(failed, "cancel", failed.placed().totals().total().minus(failed.refunded()));
    }

    private void make(Order order, String name, Money amount) {
        String refundId = order.orderId() + "#" + name;
        switch (gateway.refund(order.orderId(), refundId, amount)) {
            case REFUNDED -> {}
            case NOT_COVERED -> throw new IllegalStateException("refund " + refundId + " is not covered by a capture");
            case UNANSWERED -> throw new IllegalStateException("refund " + refundId + " is unanswered");
        }
    }
}
