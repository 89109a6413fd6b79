package dev.stampede.streamprocessor;

import static dev.stampede.streamprocessor.Sample.NOW;

import dev.stampede.model.Actor;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.Reason;
import java.util.List;
import java.util.Optional;

/// Lives of orders: each as it stands at every point of interest, up to its end.
final class Journeys {

    private static final Actor STAFF = Actor.staff("staff@example.com", NOW, Optional.of("Größe passt nicht"));
    private static final Actor CUSTOMER = Actor.customer(NOW, Optional.of("I changed my mind"));

    private Journeys() {}

    static List<Order> soldOut() {
        return List.of(Order.rejected(Sample.placed("a"), Reason.SOLD_OUT, NOW));
    }

    static List<Order> declined() {
        return List.of(Sample.created("a").paymentDeclined(Reason.PAYMENT_UNAVAILABLE, NOW).orElseThrow());
    }

    static List<Order> cancelledForFraud() {
        FraudCheck unsure = new FraudCheck(Decision.REVIEW, 60, List.of("velocity"));
        Order inReview = Sample.created("a").fraudDecided(unsure, NOW).orElseThrow();
        Order cancelled = inReview.fraudReviewed(false, STAFF).orElseThrow();
        return List.of(inReview, cancelled, cancelled.paymentVoided().orElseThrow());
    }

    static List<Order> expired() {
        Order created = Sample.created("a");
        return List.of(
                created.expired(created.holdUntil()).orElseThrow(),
                created.paymentAuthorized(NOW).flatMap(order -> order.expired(order.holdUntil())).orElseThrow());
    }

    static List<Order> cancelledByItsCustomer() {
        Order cancelled = paid().cancelled(Reason.CANCELLED_BY_CUSTOMER, CUSTOMER).orElseThrow();
        return List.of(cancelled, cancelled.paymentRefunded().orElseThrow());
    }

    static List<Order> shippedReturnedAndRefunded() {
        Order delivered = paid().shipped(STAFF).flatMap(order -> order.delivered(STAFF)).orElseThrow();
        Order partly = delivered.refunded(new Refund(Money.ofMinor(500), "first"), STAFF).orElseThrow();
        Order returned = partly.returnRequested(CUSTOMER)
                .flatMap(order -> order.returned(Reason.RESTOCKED, STAFF)).orElseThrow();
        Order refunded = returned.refunded(new Refund(returned.refundable(), "rest"), STAFF).orElseThrow();
        return List.of(delivered, partly, returned, refunded, refunded.paymentRefunded().orElseThrow());
    }

    private static Order paid() {
        return Sample.confirmed("a").paymentCaptured(NOW).orElseThrow();
    }
}
