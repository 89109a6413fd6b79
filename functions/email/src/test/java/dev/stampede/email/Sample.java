package dev.stampede.email;

import dev.stampede.model.Customer;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.event.EventType;
import dev.stampede.model.event.OrderEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Events of an order for two articles.
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String ORDER_ID = "0b0f3a52-7d0e-5a3e-9d59-5b6f7c0c1d2e";

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
                NOW), NOW);
    }

    static Order created() {
        return created(new Customer(Optional.of("customer@example.com"), Optional.empty()), "RTX 4090 GPU");
    }

    static OrderEvent confirmed() {
        return event(EventType.ORDER_CONFIRMED, created());
    }

    static OrderEvent declined() {
        return OrderEvent.since(2, created().paymentDeclined(NOW).orElseThrow()).getFirst();
    }

    static OrderEvent rejectedAsFraud() {
        FraudCheck check = new FraudCheck(Decision.REJECTED, 100, List.of("stolen-card"));
        return OrderEvent.since(2, created().fraudDecided(check, NOW).orElseThrow()).getFirst();
    }

    static OrderEvent event(EventType type, Order order) {
        return new OrderEvent(ORDER_ID + "#4", type, NOW, order);
    }
}
