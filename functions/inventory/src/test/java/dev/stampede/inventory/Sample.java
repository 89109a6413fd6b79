package dev.stampede.inventory;

import dev.stampede.model.Actor;
import dev.stampede.model.Customer;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderLine.SaleUnits;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.StockState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Orders by name, for SKUs by name, all of one customer.
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Actor CUSTOMER = Actor.customer(NOW, Optional.empty());
    static final Actor STAFF = Actor.staff("admin@example.com", NOW, Optional.empty());

    private static final FraudCheck CLEAN = new FraudCheck(Decision.APPROVED, 0, List.of());

    private Sample() {}

    static Order reserved(String orderId, OrderLine... lines) {
        return Order.reserved(new PlacedOrder(
                orderId,
                new Customer(Optional.of("customer@example.com"), Optional.empty()),
                List.of(lines),
                "tok_ok",
                "f".repeat(64),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                NOW), NOW, Duration.ofMinutes(15));
    }

    static Order confirmed(Order reserved) {
        return reserved.paymentAuthorized(NOW).orElseThrow().fraudDecided(CLEAN, NOW).orElseThrow();
    }

    static Order cancelled(Order order) {
        return order.cancelled(Reason.CANCELLED_BY_CUSTOMER, CUSTOMER).orElseThrow();
    }

    static Order expired(Order order) {
        return order.expired(order.holdUntil()).orElseThrow();
    }

    /// Confirmed, and the money is taken.
    static Order paid(Order reserved) {
        return confirmed(reserved).paymentCaptured(NOW).orElseThrow();
    }

    static Order shipped(Order paid) {
        return paid.shipped(STAFF).orElseThrow();
    }

    static Order delivered(Order shipped) {
        return shipped.delivered(STAFF).orElseThrow();
    }

    static Order returnRequested(Order delivered) {
        return delivered.returnRequested(CUSTOMER).orElseThrow();
    }

    static Order restocked(Order returnRequested) {
        return returnRequested.returned(Reason.RESTOCKED, STAFF).orElseThrow();
    }

    static Order writtenOff(Order returnRequested) {
        return returnRequested.returned(Reason.WRITTEN_OFF, STAFF).orElseThrow();
    }

    static Order refunded(Order order) {
        return order.refunded(new Refund(order.refundable(), "refund"), STAFF).orElseThrow();
    }

    /// The order after its units were marked.
    static Order marked(Order order, StockState stock) {
        return new Order(order.placed(), order.status(), order.reason(), order.payment(), order.fraud(), stock,
                order.holdUntil(), order.version(), order.history());
    }

    static OrderLine line(String sku, int quantity) {
        return new OrderLine(sku, sku, Money.ofMinor(10_00), quantity);
    }

    /// In the sale `drop` of 50 units, of which one customer may have 10.
    static OrderLine inSale(String sku, int quantity) {
        return new OrderLine(sku, sku, Money.ofMinor(10_00), quantity, Optional.of(10),
                Optional.of(new SaleUnits("drop", 50)));
    }

    static Movement sale(String orderId, OrderLine... lines) {
        return Movement.of(confirmed(reserved(orderId, lines))).orElseThrow();
    }

    static Movement release(String orderId, OrderLine... lines) {
        return Movement.of(cancelled(reserved(orderId, lines))).orElseThrow();
    }
}
