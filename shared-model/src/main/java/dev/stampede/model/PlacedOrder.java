package dev.stampede.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// An order as it was accepted at the API: priced and promised to the shopper, not yet recorded.
///
/// @param fingerprint  SHA-256 of the request, to tell a retry from another order under the same idempotency key
/// @param paymentToken the payment provider's token for the shopper's card, never a card number
/// @param traceparent  W3C trace context of the request that placed it
public record PlacedOrder(
        String orderId,
        Customer customer,
        List<OrderLine> lines,
        String paymentToken,
        String fingerprint,
        String traceparent,
        Instant placedAt) {

    public static final int MAX_LINES = 20;

    public PlacedOrder {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(paymentToken, "paymentToken");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(traceparent, "traceparent");
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new IllegalArgumentException("an order has 1 to " + MAX_LINES + " lines");
        }
        if (lines.stream().map(OrderLine::sku).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("an order names each SKU once");
        }
    }

    public int itemCount() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }

    public Totals totals() {
        return Totals.of(lines);
    }
}
