package dev.stampede.model;

import dev.stampede.model.HistoryEntry.Refund;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/// Every way to move an order on, with the arguments that make a difference, and who does it.
enum Move {
    PAYMENT_AUTHORIZED("paymentAuthorized", "payment", Order::paymentAuthorized), PAYMENT_DECLINED("paymentDeclined",
            "payment", (order, at) -> order.paymentDeclined(Reason.PAYMENT_DECLINED, at)), PAYMENT_UNAVAILABLE(
                    "paymentDeclined", "payment",
                    (order, at) -> order.paymentDeclined(Reason.PAYMENT_UNAVAILABLE, at)), PAYMENT_UNANSWERED(
                            "paymentUnanswered", "nobody",
                            (order, at) -> order.paymentUnanswered(at.minusSeconds(1))), PAYMENT_CAPTURED(
                                    "paymentCaptured", "payment",
                                    Order::paymentCaptured), PAYMENT_VOIDED("paymentVoided", "nobody",
                                            (order, at) -> order.paymentVoided()), PAYMENT_REFUNDED("paymentRefunded",
                                                    "nobody", (order, at) -> order.paymentRefunded()), FRAUD_APPROVED(
                                                            "fraudDecided", "fraud",
                                                            (order, at) -> order.fraudDecided(Orders.APPROVED,
                                                                    at)), FRAUD_LEFT_OPEN(
                                                                            "fraudDecided", "fraud",
                                                                            (order, at) -> order.fraudDecided(
                                                                                    Orders.REVIEW, at)), FRAUD_REJECTED(
                                                                                            "fraudDecided", "fraud",
                                                                                            (order, at) -> order
                                                                                                    .fraudDecided(
                                                                                                            Orders.REJECTED,
                                                                                                            at)), REVIEW_APPROVED(
                                                                                                                    "fraudReviewed",
                                                                                                                    "staff:ann@example.com",
                                                                                                                    (order, at) -> order
                                                                                                                            .fraudReviewed(
                                                                                                                                    true,
                                                                                                                                    staff(at))), REVIEW_REJECTED(
                                                                                                                                            "fraudReviewed",
                                                                                                                                            "staff:ann@example.com",
                                                                                                                                            (order, at) -> order
                                                                                                                                                    .fraudReviewed(
                                                                                                                                                            false,
                                                                                                                                                            staff(at))), CANCELLED_BY_CUSTOMER(
                                                                                                                                                                    "cancelled",
                                                                                                                                                                    "customer",
                                                                                                                                                                    (order, at) -> order
                                                                                                                                                                            .cancelled(
                                                                                                                                                                                    Reason.CANCELLED_BY_CUSTOMER,
                                                                                                                                                                                    customer(
                                                                                                                                                                                            at))), CANCELLED_BY_STAFF(
                                                                                                                                                                                                    "cancelled",
                                                                                                                                                                                                    "staff:ann@example.com",
                                                                                                                                                                                                    (order, at) -> order
                                                                                                                                                                                                            .cancelled(
                                                                                                                                                                                                                    Reason.CANCELLED_BY_STAFF,
                                                                                                                                                                                                                    staff(at))), EXPIRED(
                                                                                                                                                                                                                            "expired",
                                                                                                                                                                                                                            "sweep-orders",
                                                                                                                                                                                                                            Order::expired), SHIPPED(
                                                                                                                                                                                                                                    "shipped",
                                                                                                                                                                                                                                    "staff:ann@example.com",
                                                                                                                                                                                                                                    (order, at) -> order
                                                                                                                                                                                                                                            .shipped(
                                                                                                                                                                                                                                                    staff(at))), DELIVERED(
                                                                                                                                                                                                                                                            "delivered",
                                                                                                                                                                                                                                                            "staff:ann@example.com",
                                                                                                                                                                                                                                                            (order, at) -> order
                                                                                                                                                                                                                                                                    .delivered(
                                                                                                                                                                                                                                                                            staff(at))), RETURN_REQUESTED(
                                                                                                                                                                                                                                                                                    "returnRequested",
                                                                                                                                                                                                                                                                                    "customer",
                                                                                                                                                                                                                                                                                    (order, at) -> order
                                                                                                                                                                                                                                                                                            .returnRequested(
                                                                                                                                                                                                                                                                                                    customer(
                                                                                                                                                                                                                                                                                                            at))), RETURNED_SELLABLE(
                                                                                                                                                                                                                                                                                                                    "returned",
                                                                                                                                                                                                                                                                                                                    "staff:ann@example.com",
                                                                                                                                                                                                                                                                                                                    (order, at) -> order
                                                                                                                                                                                                                                                                                                                            .returned(
                                                                                                                                                                                                                                                                                                                                    Reason.RESTOCKED,
                                                                                                                                                                                                                                                                                                                                    staff(at))), RETURNED_BROKEN(
                                                                                                                                                                                                                                                                                                                                            "returned",
                                                                                                                                                                                                                                                                                                                                            "staff:ann@example.com",
                                                                                                                                                                                                                                                                                                                                            (order, at) -> order
                                                                                                                                                                                                                                                                                                                                                    .returned(
                                                                                                                                                                                                                                                                                                                                                            Reason.WRITTEN_OFF,
                                                                                                                                                                                                                                                                                                                                                            staff(at))), REFUNDED_A_CENT(
                                                                                                                                                                                                                                                                                                                                                                    "refunded",
                                                                                                                                                                                                                                                                                                                                                                    "staff:ann@example.com",
                                                                                                                                                                                                                                                                                                                                                                    (order, at) -> order
                                                                                                                                                                                                                                                                                                                                                                            .refunded(
                                                                                                                                                                                                                                                                                                                                                                                    refund(1),
                                                                                                                                                                                                                                                                                                                                                                                    staff(at))), REFUNDED_A_THIRD(
                                                                                                                                                                                                                                                                                                                                                                                            "refunded",
                                                                                                                                                                                                                                                                                                                                                                                            "staff:ann@example.com",
                                                                                                                                                                                                                                                                                                                                                                                            (order, at) -> order
                                                                                                                                                                                                                                                                                                                                                                                                    .refunded(
                                                                                                                                                                                                                                                                                                                                                                                                            refund(order
                                                                                                                                                                                                                                                                                                                                                                                                                    .placed()
                                                                                                                                                                                                                                                                                                                                                                                                                    .totals()
                                                                                                                                                                                                                                                                                                                                                                                                                    .total()
                                                                                                                                                                                                                                                                                                                                                                                                                    .minorUnits()
                                                                                                                                                                                                                                                                                                                                                                                                                    / 3),
                                                                                                                                                                                                                                                                                                                                                                                                            staff(at))), REFUNDED_THE_REST(
                                                                                                                                                                                                                                                                                                                                                                                                                    "refunded",
                                                                                                                                                                                                                                                                                                                                                                                                                    "staff:ann@example.com",
                                                                                                                                                                                                                                                                                                                                                                                                                    (order, at) -> order
                                                                                                                                                                                                                                                                                                                                                                                                                            .refunded(
                                                                                                                                                                                                                                                                                                                                                                                                                                    refund(Math
                                                                                                                                                                                                                                                                                                                                                                                                                                            .max(1, order
                                                                                                                                                                                                                                                                                                                                                                                                                                                    .refundable()
                                                                                                                                                                                                                                                                                                                                                                                                                                                    .minorUnits())),
                                                                                                                                                                                                                                                                                                                                                                                                                                    staff(at)));

    static final String NOTE = "as agreed on the phone";

    private final String method;
    private final String by;
    private final BiFunction<Order, Instant, Optional<Order>> transition;

    Move(String method, String by, BiFunction<Order, Instant, Optional<Order>> transition) {
        this.method = method;
        this.by = by;
        this.transition = transition;
    }

    /// The method of [Order] that it calls.
    String method() {
        return method;
    }

    String by() {
        return by;
    }

    Optional<String> note() {
        return by.equals("customer") || by.startsWith("staff:") ? Optional.of(NOTE) : Optional.empty();
    }

    Optional<Order> apply(Order order, Instant at) {
        return transition.apply(order, at);
    }

    private static Actor staff(Instant at) {
        return Actor.staff("ann@example.com", at, Optional.of(NOTE));
    }

    private static Actor customer(Instant at) {
        return Actor.customer(at, Optional.of(NOTE));
    }

    private static Refund refund(long cents) {
        return new Refund(Money.ofMinor(cents), "refund-key");
    }
}
