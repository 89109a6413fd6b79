package dev.stampede.verification.simulation;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.model.EventType;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The sales figures against what happened to the orders: every event is counted once, in its hour. What the stream
/// forgot may be missing, but is not counted twice either.
final class MetricsAudit {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH'#'").withZone(ZoneOffset.UTC);

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
            cloud.findings.require(is >= least && is <= most,
                    () -> "the metric " + metric + " is " + is + " and must be "
                            + (least == most ? most : least + " to " + most));
        }
    }

    private static void count(Order order, HistoryEntry entry, Map<String, Long> metrics) {
        String hour = HOUR.format(entry.at());
        amounts(order, entry).forEach((metric, amount) -> metrics.merge(hour + metric, amount, Long::sum));
    }

    private static Map<String, Long> amounts(Order order, HistoryEntry entry) {
        long total = order.placed().totals().total().minorUnits();
        return switch (entry.type()) {
            case ORDER_CREATED -> Map.of("orders", 1L, "units", (long) order.placed().itemCount());
            case ORDER_CONFIRMED -> Map.of("confirmed", 1L, "revenue", total);
            case ORDER_REJECTED -> Map.of("rejects", 1L);
            case ORDER_CANCELLED -> order.history().stream().anyMatch(it -> it.type() == EventType.ORDER_CONFIRMED)
                    ? Map.of("cancels", 1L, "cancelled", total - order.refunded().minorUnits())
                    : Map.of("cancels", 1L);
            case ORDER_EXPIRED -> Map.of("expired", 1L);
            case ORDER_REFUNDED -> Map.of("refunds", 1L, "refunded",
                    entry.refund().orElseThrow().amount().minorUnits());
            case ORDER_SHIPPED, ORDER_DELIVERED, RETURN_REQUESTED, ORDER_RETURNED, PAYMENT_AUTHORIZED, PAYMENT_DECLINED,
                    PAYMENT_CAPTURED, FRAUD_REVIEWED -> Map.of();
        };
    }

    /// Hour by hour, without the parts by reason.
    private Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        for (Map<String, AttributeValue> item : cloud.tables.salesMetrics.items()) {
            String day = required(item, "day").s();
            String metric = required(item, "metric").s();
            if (item.containsKey("amount") && metric.indexOf('#') == metric.lastIndexOf('#')) {
                counted.put(day + " " + metric, Long.parseLong(required(item, "amount").n()));
            }
        }
        return counted;
    }
}
