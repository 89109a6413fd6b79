package dev.stampede.analytics;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import dev.stampede.model.Order;
import dev.stampede.model.event.OrderEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/// Counts one event on its day, once.
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
        LocalDate day = event.time().atZone(ZoneOffset.UTC).toLocalDate();
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            switch (metrics.add(event.id(), day, amounts)) {
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
        Order order = event.order();
        long total = order.placed().totals().total().minorUnits();
        return switch (event.type()) {
            case ORDER_CREATED -> Map.of("orders", 1L, "units", (long) order.placed().itemCount());
            case ORDER_CONFIRMED -> Map.of("confirmed", 1L, "revenue", total);
            case ORDER_REJECTED -> Map.of("rejects", 1L, "rejects#" + reason(order), 1L);
            case ORDER_CANCELLED -> Map.of("cancels", 1L, "cancels#" + reason(order), 1L);
            case ORDER_EXPIRED -> Map.of("expired", 1L);
            case ORDER_REFUNDED -> Map.of("refunds", 1L, "refunded", total);
            case ORDER_SHIPPED, ORDER_DELIVERED, RETURN_REQUESTED, ORDER_RETURNED, PAYMENT_AUTHORIZED, PAYMENT_DECLINED,
                    PAYMENT_CAPTURED, FRAUD_REVIEWED -> Map.of();
        };
    }

    private static String reason(Order order) {
        return order.reason().map(Enum::name).orElse("NONE");
    }
}
