package dev.stampede.analytics;

import dev.stampede.model.Money;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.wire.Json;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A day's sales as staff see them: counts, and amounts including tax as decimals.
final class SalesView {

    private static final int HOURS = 24;

    private record Lost(OrderStatus status, String reason, long orders) {}

    private SalesView() {}

    /// All 24 hours are there, so that a chart has no gaps to fill.
    static Map<String, Object> of(DaySales sales) {
        Map<String, Long> totals = sales.totals();
        return Json.object(
                "day", sales.day().toString(),
                "currency", Money.SHOP_CURRENCY,
                "totals", figures(totals),
                "hours", IntStream.range(0, HOURS).mapToObj(hour -> hour(hour, sales.of(hour))).toList(),
                "reasons", reasons(totals));
    }

    private static Map<String, Object> hour(int hour, Map<String, Long> metrics) {
        Map<String, Object> view = Json.object("hour", hour);
        view.putAll(figures(metrics));
        return view;
    }

    private static Map<String, Object> figures(Map<String, Long> metrics) {
        return Json.object(
                "orders", count(metrics, "orders"),
                "units", count(metrics, "units"),
                "confirmed", count(metrics, "confirmed"),
                "revenue", amount(count(metrics, "revenue")),
                "refunds", count(metrics, "refunds"),
                "refunded", amount(count(metrics, "refunded")),
                "cancels", count(metrics, "cancels"),
                "cancelled", amount(count(metrics, "cancelled")),
                "expired", count(metrics, "expired"),
                "rejects", count(metrics, "rejects"),
                "kept", amount(count(metrics, "revenue") - count(metrics, "refunded") - count(metrics, "cancelled")));
    }

    /// Why orders failed, the most frequent reason first.
    private static List<Map<String, Object>> reasons(Map<String, Long> totals) {
        return Stream.of(
                lost("rejects", OrderStatus.REJECTED, totals),
                lost("cancels", OrderStatus.CANCELLED, totals),
                lost("expired", OrderStatus.EXPIRED, totals))
                .flatMap(lost -> lost)
                .sorted(Comparator.comparingLong(Lost::orders).reversed())
                .map(lost -> Json.object(
                        "status", lost.status().name(), "reason", lost.reason(), "orders", lost.orders()))
                .toList();
    }

    private static Stream<Lost> lost(String how, OrderStatus status, Map<String, Long> totals) {
        String prefix = how + "#";
        return totals.entrySet().stream()
                .filter(metric -> metric.getKey().startsWith(prefix))
                .map(metric -> new Lost(status, metric.getKey().substring(prefix.length()), metric.getValue()));
    }

    private static long count(Map<String, Long> metrics, String metric) {
        return metrics.getOrDefault(metric, 0L);
    }

    private static BigDecimal amount(long minorUnits) {
        return Money.ofMinor(minorUnits).toDecimal();
    }
}
