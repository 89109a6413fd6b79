package dev.stampede.payment;

import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Money;
import dev.stampede.model.Order;

/// Refunds captured money. Each refund has a deterministic id, so that it can be repeated by anybody.
final class Refunds {

    private final PaymentGateway gateway;

    Refunds(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    /// Makes the refund that one history entry of the order asks for.
    void make(Order order, HistoryEntry entry) {
        entry.refund().ifPresent(refund -> make(order, Long.toString(entry.version()), refund.amount()));
    }

    /// Makes all refunds of the order's history.
    void make(Order order) {
        order.history().forEach(entry -> make(order, entry));
    }

    /// Makes those, and one of all that is left. A failed order gets no further refunds, so the rest is the same for
    /// every caller.
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
