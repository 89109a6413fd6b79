package dev.stampede.analytics;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.event.EventType;
import dev.stampede.model.event.OrderEvent;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// Counts one event in its hour, once.
public final class ProjectSales {

    static final int MAX_TRIES = 8;

    private final SalesMetrics metrics;
    private final Backoff backoff;

    public ProjectSales(SalesMetrics metrics, Backoff backoff) {
        this.metrics = metrics;
        this.backoff = backoff;
    }

    public void on(OrderEvent event) {
        Map<String, Long> amounts = amounts(event);
        if (amounts.isEmpty()) {
            return;
        }
        LocalDateTime hour = LocalDateTime.ofInstant(event.time(), ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            switch (metrics.add(event.id(), hour, amounts)) {
                case COUNTED -> {
                    Log.info("sales projected", "orderId", event.order().orderId(),
                            "traceparent", event.order().placed().traceparent(), "eventType", event.type().wireName());
                    return;
                }
                case REPEATED -> {
                    return;
                }
                case BUSY -> backoff.pause(attempt);
            }
        }
        throw new IllegalStateException("metrics still contended after " + MAX_TRIES + " tries");
    }

    private static Map<String, Long> amounts(OrderEvent event) {
        PlacedOrder placed = event.order().placed();
        return switch (event.type()) {
            case ORDER_CREATED -> Map.of("orders", 1L, "units", (long) placed.itemCount());
            case ORDER_CONFIRMED -> Map.of("confirmed", 1L, "revenue", placed.totals().total().minorUnits());
            case ORDER_REJECTED -> ended("rejects", event);
            case ORDER_CANCELLED -> cancelled(event);
            case ORDER_EXPIRED -> ended("expired", event);
            case ORDER_REFUNDED -> Map.of("refunds", 1L, "refunded", refund(event.entry()));
            case ORDER_SHIPPED, ORDER_DELIVERED, RETURN_REQUESTED, ORDER_RETURNED, PAYMENT_AUTHORIZED, PAYMENT_DECLINED,
                    PAYMENT_CAPTURED, FRAUD_REVIEWED -> Map.of();
        };
    }

    /// Of an order that had been counted as sold it takes back what no refund had taken back before.
    private static Map<String, Long> cancelled(OrderEvent event) {
        Map<String, Long> amounts = new HashMap<>(ended("cancels", event));
        Order order = event.order();
        if (order.history().stream().anyMatch(entry -> entry.type() == EventType.ORDER_CONFIRMED)) {
            amounts.put("cancelled", order.placed().totals().total().minus(order.refunded()).minorUnits());
        }
        return amounts;
    }

    private static Map<String, Long> ended(String how, OrderEvent event) {
        return Map.of(how, 1L, how + "#" + event.entry().reason().map(Enum::name).orElse("NONE"), 1L);
    }

    private static long refund(HistoryEntry entry) {
        return entry.refund().map(HistoryEntry.Refund::amount).map(Money::minorUnits).orElseThrow();
    }
}
