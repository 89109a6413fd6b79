package dev.stampede.testing;

import dev.stampede.model.Actor;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Order;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Orders in every state in which they can be met: each status, and where payment or fraud make a difference, each of
/// those. All of them were recorded at noon and held for a quarter of an hour.
public enum Recorded {
    RESERVED(Make.reserved()), IN_REVIEW(Make.decided(Decision.REVIEW).orElseThrow()), CONFIRMED(
            Make.confirmed()), PAID(Make.paid()), SHIPPED(PAID.order.shipped(Make.STAFF).orElseThrow()), DELIVERED(
                    SHIPPED.order.delivered(Make.STAFF).orElseThrow()), RETURN_REQUESTED(
                            DELIVERED.order.returnRequested(Make.CUSTOMER).orElseThrow()), RETURNED(
                                    RETURN_REQUESTED.order.returned(Reason.RESTOCKED,
                                            Make.STAFF).orElseThrow()), REFUNDED(PAID.order
                                                    .refunded(new Refund(PAID.order.refundable(), "all"), Make.STAFF)
                                                    .orElseThrow()), REJECTED(
                                                            Order.rejected(Make.PLACED, Reason.SOLD_OUT,
                                                                    Make.NOON)), CANCELLED(
                                                                            RESERVED.order.cancelled(
                                                                                    Reason.CANCELLED_BY_CUSTOMER,
                                                                                    Make.CUSTOMER)
                                                                                    .orElseThrow()), CANCELLED_PAID(
                                                                                            PAID.order.cancelled(
                                                                                                    Reason.CANCELLED_BY_CUSTOMER,
                                                                                                    Make.CUSTOMER)
                                                                                                    .orElseThrow()), EXPIRED(
                                                                                                            RESERVED.order
                                                                                                                    .expired(
                                                                                                                            RESERVED.order
                                                                                                                                    .holdUntil())
                                                                                                                    .orElseThrow());

    public static final String ID = Make.PLACED.orderId();
    public static final Instant NOON = Make.NOON;
    public static final Duration HOLD = Make.HOLD;
    private static final byte[] SECRET = "a secret of thirty-two characters".getBytes(StandardCharsets.UTF_8);

    public final Order order;

    Recorded(Order order) {
        this.order = order;
    }

    /// What signs the tokens.
    public static byte[] secret() {
        return SECRET.clone();
    }

    public static String receipt() {
        return Receipt.of(Make.PLACED).token(SECRET);
    }

    /// As it stands once inventory has brought its units where its status wants them.
    public Order withItsUnits() {
        return new Order(order.placed(), order.status(), order.reason(), order.payment(), order.fraud(),
                order.stockWanted(), order.holdUntil(), order.version(), order.history());
    }

    /// Apart, for an enum's own constants come after its values.
    private static final class Make {

        static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
        static final Duration HOLD = Duration.ofMinutes(15);
        static final PlacedOrder PLACED =
                Placed.order("7d3f2b1a-5c4e-5f60-8a9b-0c1d2e3f4a5b", Map.of("cable", 3));
        static final Actor STAFF = Actor.staff("staff@example.com", NOON, Optional.of("for staff alone"));
        static final Actor CUSTOMER = Actor.customer(NOON, Optional.empty());

        static Order reserved() {
            return Order.reserved(PLACED, NOON, HOLD);
        }

        static Optional<Order> decided(Decision decision) {
            return reserved().paymentAuthorized(NOON)
                    .flatMap(order -> order.fraudDecided(new FraudCheck(decision, 60, List.of("velocity")), NOON));
        }

        static Order confirmed() {
            return decided(Decision.APPROVED).orElseThrow();
        }

        static Order paid() {
            return confirmed().paymentCaptured(NOON).orElseThrow();
        }
    }
}
