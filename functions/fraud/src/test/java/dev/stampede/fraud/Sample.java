package dev.stampede.fraud;

import dev.stampede.model.Customer;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Orders for graphics cards.
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Sample() {}

    static PlacedOrder order(String email, int quantity) {
        return order(email, quantity, 1, "tok_ok");
    }

    static PlacedOrder order(String email, int quantity, int lines, String token) {
        return new PlacedOrder(
                UUID.randomUUID().toString(),
                new Customer(Optional.of(email), Optional.empty()),
                IntStream.range(0, lines)
                        .mapToObj(n -> new OrderLine("gpu-" + n, "RTX 4090 GPU", Money.ofMinor(1599_99), quantity))
                        .toList(),
                token,
                "f".repeat(64),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                NOW);
    }

    static Order reserved(PlacedOrder placed) {
        return Order.reserved(placed, NOW, Duration.ofMinutes(15));
    }
}
