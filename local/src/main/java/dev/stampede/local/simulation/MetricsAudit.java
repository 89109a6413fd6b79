package dev.stampede.local.simulation;

import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.model.event.EventType;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The sales figures against what happened to the orders: every event is counted once. What the stream forgot may be
/// missing, but is not counted twice either.
final class MetricsAudit {

    private final Cloud cloud;

    MetricsAudit(Cloud cloud) {
        this.cloud = cloud;
    }

    void check(Collection<Order> orders, Set<String> forgotten) {
        Map<String, Long> certain = new TreeMap<>();
        Map<String, Long> possible = new TreeMap<>();
        for (Order order : orders) {
            for (HistoryEntry entry : order.history()) {
                count(order, entry, possible);
                if (!forgotten.contains(order.orderId())) {
                    count(order, entry, certain);
                }
            }
        }
        Map<String, Long> counted = counted();
        Set<String> metrics = new TreeSet<>(possible.keySet());
        metrics.addAll(counted.keySet());
        for (String metric : metrics) {
            long is = counted.getOrDefault(metric, 0L);
            long least = certain.getOrDefault(metric, 0L);
            long most = possible.getOrDefault(metric, 0L);
            cloud.findings.require(is >= least && is <= most, () -> "the metric " + metric + " is " + is + " and must be "
                    + (least == most ? most : least + " to " + most));
        }
    }

    private static void count(Order order, HistoryEntry entry, Map<String, Long> metrics) {
        long total = order.placed().totals().total().minorUnits();
        switch (entry.type()) {
            case ORDER_CREATED -> {
                metrics.merge("orders", 1L, Long::sum);
                metrics.merge("units", (long) order.placed().itemCount(), Long::sum);
            }
            case ORDER_CONFIRMED -> {
                metrics.merge("confirmed", 1L, Long::sum);
                metrics.merge("revenue", total, Long::sum);
            }
            case ORDER_REJECTED -> metrics.merge("rejects", 1L, Long::sum);
            case ORDER_CANCELLED -> {
                metrics.merge("cancels", 1L, Long::sum);
                if (order.history().stream().anyMatch(it -> it.type() == EventType.ORDER_CONFIRMED)) {
                    metrics.merge("cancelled", total - order.refunded().minorUnits(), Long::sum);
                }
            }
            case ORDER_EXPIRED -> metrics.merge("expired", 1L, Long::sum);
            case ORDER_REFUNDED -> {
                metrics.merge("refunds", 1L, Long::sum);
                metrics.merge("refunded", entry.refund().orElseThrow().amount().minorUnits(), Long::sum);
            }
            case ORDER_SHIPPED, ORDER_DELIVERED, RETURN_REQUESTED, ORDER_RETURNED, PAYMENT_AUTHORIZED, PAYMENT_DECLINED,
                    PAYMENT_CAPTURED, FRAUD_REVIEWED -> {}
        }
    }

    /// Over all days, without the parts by reason.
    private Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        for (Map<String, AttributeValue> item : cloud.tables.salesMetrics.items()) {
            String metric = item.get("metric").s();
            if (!item.get("day").s().equals("event") && !metric.contains("#")) {
                counted.merge(metric, Long.parseLong(item.get("amount").n()), Long::sum);
            }
        }
        return counted;
    }
}
