package dev.stampede.testing;

import dev.stampede.model.Customer;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Product;
import dev.stampede.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Orders and products that no other test has.
public final class Sample {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123Z");
    public static final Duration HOLD = Duration.ofMinutes(15);

    private Sample() {}

    public static String id() {
        return UUID.randomUUID().toString();
    }

    public static PlacedOrder placed(String sku, int quantity) {
        return placed(id() + "@example.com", NOON, List.of(line(sku, quantity)));
    }

    public static PlacedOrder placed(String email, Instant at, List<OrderLine> lines) {
        return new PlacedOrder(
                id(),
                new Customer(Optional.of(email), Optional.empty()),
                lines,
                "tok_ok",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                at);
    }

    public static OrderLine line(String sku, int quantity) {
        return new OrderLine(sku, "Größe 42 " + sku, Money.ofMinor(159_999), quantity);
    }

    public static Order reserved(String sku, int quantity) {
        return Order.reserved(placed(sku, quantity), NOON, HOLD);
    }

    public static Order reserved(String email, Instant at) {
        return Order.reserved(placed(email, at, List.of(line("any", 1))), at, HOLD);
    }

    public static Order rejected(PlacedOrder placed) {
        return Order.rejected(placed, Reason.SOLD_OUT, NOON);
    }

    public static Product product(String id, String category) {
        return new Product(id, "RTX 4090 GPU", Money.ofMinor(159_999), Optional.of(Money.ofMinor(199_999)),
                "Für alles", category, "/images/products/rtx-4090.svg", 1);
    }
}
