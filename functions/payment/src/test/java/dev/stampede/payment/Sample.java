package dev.stampede.payment;

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

/// One graphics card, and what can happen to the order for it.
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Money TOTAL = Money.ofMinor(1727_99);
    static final Duration HOLD = Duration.ofMinutes(15);
    static final Holds HOLDS = new Holds(HOLD, Duration.ofMinutes(2));
    static final FraudCheck APPROVED = new FraudCheck(Decision.APPROVED, 0, List.of());
    static final FraudCheck REJECTED = new FraudCheck(Decision.REJECTED, 100, List.of("stolen-card"));

    private Sample() {}

    static Order order(String token) {
        return order("0b0f3a52-7d0e-5a3e-9d59-5b6f7c0c1d2e", token);
    }

    static Order order(String orderId, String token) {
        PlacedOrder placed = new PlacedOrder(
                orderId,
                new Customer(Optional.of("customer@example.com"), Optional.empty()),
                List.of(new OrderLine("rtx-4090", "RTX 4090 GPU", Money.ofMinor(1599_99), 1)),
                token,
                "f".repeat(64),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                NOW);
        return Order.reserved(placed, NOW, HOLD);
    }

    static Optional<Order> cancelled(Order order) {
        return order.cancelled(Reason.CANCELLED_BY_CUSTOMER, Actor.customer(NOW, Optional.empty()));
    }

    static Optional<Order> expired(Order order) {
        return order.expired(NOW.plus(HOLD));
    }

    static Optional<Order> refunded(Order order, Money amount) {
        Actor admin = Actor.staff("admin@example.com", NOW, Optional.empty());
        return order.refunded(new Refund(amount, "key-" + order.version()), admin);
    }

    /// The newest event of that type, with the order as it stands.
    static OrderEvent event(EventType type, Order order) {
        return OrderEvent.since(0, order).reversed().stream()
                .filter(event -> event.type() == type).findFirst().orElseThrow();
    }
}
