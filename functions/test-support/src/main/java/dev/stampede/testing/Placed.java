package dev.stampede.testing;

import dev.stampede.model.Customer;
import dev.stampede.model.Money;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderLine.SaleUnits;
import dev.stampede.model.PlacedOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Accepted orders that no other test has, and the lines that they are made of.
public final class Placed {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123Z");

    private Placed() {}

    /// By a customer who orders nothing else.
    public static PlacedOrder order(OrderLine... lines) {
        return by(id(), lines);
    }

    /// So many of each, by a customer who is always the same, placed at midnight.
    public static PlacedOrder order(String orderId, Map<String, Integer> quantities) {
        return new PlacedOrder(
                orderId,
                new Customer(Optional.of("customer@example.com"), Optional.empty()),
                quantities.entrySet().stream()
                        .map(line -> new OrderLine(line.getKey(), line.getKey(), Money.ofMinor(100), line.getValue()))
                        .toList(),
                "tok_ok",
                "fingerprint-of-" + orderId,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    public static PlacedOrder by(String customer, OrderLine... lines) {
        return named(id(), customer, lines);
    }

    public static PlacedOrder at(Instant placedAt, OrderLine... lines) {
        PlacedOrder order = order(lines);
        return new PlacedOrder(order.orderId(), order.customer(), order.lines(), order.paymentToken(),
                order.fingerprint(), order.traceparent(), placedAt);
    }

    public static PlacedOrder named(String orderId, String customer, OrderLine... lines) {
        return new PlacedOrder(
                orderId,
                new Customer(Optional.of(customer + "@example.com"), Optional.empty()),
                List.of(lines),
                "tok_ok",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                NOON);
    }

    public static OrderLine line(String sku, int quantity) {
        return line(sku, quantity, Optional.empty(), Optional.empty());
    }

    public static OrderLine limited(String sku, int quantity, int limit) {
        return line(sku, quantity, Optional.of(limit), Optional.empty());
    }

    public static OrderLine inSale(String sku, int quantity, String sale, long units) {
        return line(sku, quantity, Optional.empty(), Optional.of(new SaleUnits(sale, units)));
    }

    public static OrderLine line(String sku, int quantity, Optional<Integer> limit, Optional<SaleUnits> sale) {
        return new OrderLine(sku, "Größe 42", Money.ofMinor(100), quantity, limit, sale);
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }
}
