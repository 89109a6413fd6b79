package dev.stampede.email;

import dev.stampede.model.Actor;
import dev.stampede.model.Customer;
import dev.stampede.model.EventType;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.event.OrderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An order for two articles and what happens to it. Its total is $3,466.24.
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String ORDER_ID = "0b0f3a52-7d0e-5a3e-9d59-5b6f7c0c1d2e";

    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final Actor STAFF = Actor.staff("admin@example.com", NOW, Optional.of("told us on the phone"));

    private Sample() {}

    static Order created(Customer customer, String productName) {
        return Order.reserved(new PlacedOrder(
                ORDER_ID,
                customer,
                List.of(new OrderLine("rtx-4090", productName, Money.ofMinor(1599_99), 2),
                        new OrderLine("cable", "HDMI cable", Money.ofMinor(9_50), 1)),
                "tok_ok",
                "f".repeat(64),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                NOW), NOW, HOLD);
    }

    static Order created() {
        return created(new Customer(Optional.of("customer@example.com"), Optional.empty(), true), "RTX 4090 GPU");
    }

    /// By somebody who says that the address is theirs.
    static Order createdByAnybody() {
        return created(new Customer(Optional.of("customer@example.com"), Optional.empty()), "RTX 4090 GPU");
    }

    static Order confirmed(Order created) {
        return created.fraudDecided(new FraudCheck(Decision.APPROVED, 0, List.of()), NOW)
                .flatMap(order -> order.paymentAuthorized(NOW)).orElseThrow();
    }

    static Order paid() {
        return confirmed(created()).paymentCaptured(NOW).orElseThrow();
    }

    static Order declined(Reason why) {
        return created().paymentDeclined(why, NOW).orElseThrow();
    }

    static Order rejectedAsFraud() {
        return created().fraudDecided(new FraudCheck(Decision.REJECTED, 100, List.of("stolen-card")), NOW)
                .orElseThrow();
    }

    static Order cancelled(Order order) {
        return order.cancelled(Reason.CANCELLED_BY_CUSTOMER, Actor.customer(NOW, Optional.empty())).orElseThrow();
    }

    static Order cancelledByStaff(Order order) {
        return order.cancelled(Reason.CANCELLED_BY_STAFF, STAFF).orElseThrow();
    }

    static Order expired(Order order) {
        return order.expired(NOW.plus(HOLD)).orElseThrow();
    }

    static Order refunded(Order order, long amount) {
        return order.refunded(new Refund(Money.ofMinor(amount), "key-" + order.version()), STAFF).orElseThrow();
    }

    /// The newest event of the type, with the order as it stands.
    static OrderEvent event(EventType type, Order order) {
        return OrderEvent.since(0, order).reversed().stream()
                .filter(event -> event.type() == type).findFirst().orElseThrow();
    }

    static OrderEvent confirmation() {
        return event(EventType.ORDER_CONFIRMED, confirmed(created()));
    }
}
