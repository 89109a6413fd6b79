package dev.stampede.fulfilment;

import dev.stampede.model.Actor;
import dev.stampede.model.Customer;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An order of 1,727.99 and who deals with it.
final class Sample {

    static final String ID = "7d3f2b1a-5c4e-5f60-8a9b-0c1d2e3f4a5b";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration HOLD = Duration.ofMinutes(15);
    static final Money TOTAL = Money.ofMinor(1_727_99);
    static final Actor STAFF = Actor.staff("other@example.com", NOW, Optional.empty());
    static final Actor CUSTOMER = Actor.customer(NOW, Optional.empty());

    private Sample() {}

    static PlacedOrder placed() {
        return new PlacedOrder(
                ID,
                new Customer(Optional.of("customer@example.com"), Optional.of("customer-1")),
                List.of(new OrderLine("rtx-4090", "RTX 4090 GPU", Money.ofMinor(1_599_99), 1)),
                "tok_ok",
                "f".repeat(43),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                NOW);
    }

    static Order reserved() {
        return Order.reserved(placed(), NOW, HOLD);
    }

    static Order inReview() {
        return decided(Decision.REVIEW);
    }

    static Order confirmed() {
        return decided(Decision.APPROVED);
    }

    static Order paid() {
        return confirmed().paymentCaptured(NOW).orElseThrow();
    }

    static Order shipped() {
        return paid().shipped(STAFF).orElseThrow();
    }

    private static Order decided(Decision decision) {
        return reserved().paymentAuthorized(NOW)
                .flatMap(order -> order.fraudDecided(new FraudCheck(decision, 60, List.of("velocity")), NOW))
                .orElseThrow();
    }
}
