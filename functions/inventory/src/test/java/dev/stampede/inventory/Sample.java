package dev.stampede.inventory;

import dev.stampede.model.Customer;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.StockState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Orders by name, for SKUs by name.
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Sample() {}

    static Order order(String orderId, OrderLine... lines) {
        return Order.reserved(new PlacedOrder(
                orderId,
                new Customer(Optional.of("customer@example.com"), Optional.empty()),
                List.of(lines),
                "tok_ok",
                "f".repeat(64),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                NOW), NOW);
    }

    static OrderLine line(String sku, int quantity) {
        return new OrderLine(sku, sku, Money.ofMinor(10_00), quantity);
    }

    static Movement sale(String orderId, OrderLine... lines) {
        return new Movement(orderId, "", Arrays.asList(lines), StockState.SOLD);
    }

    static Movement release(String orderId, OrderLine... lines) {
        return new Movement(orderId, "", Arrays.asList(lines), StockState.RELEASED);
    }
}
