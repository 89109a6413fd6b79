package dev.stampede.verification.invariant;

import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PurchaseCounter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Purchase limits, by the counter of each customer and limited product.
final class LimitClaims {

    private LimitClaims() {}

    static Finding withinLimits(Evidence evidence) {
        Map<String, Long> held = held(evidence);
        Map<String, Long> limits = limits(evidence);
        return Finding.ofAll("No customer is above a limit (by customer and SKU)", limits.size(),
                limits.entrySet().stream()
                        .filter(limit -> held.getOrDefault(limit.getKey(), 0L) > limit.getValue())
                        .map(limit -> "%s: holds %d, the limit is %d".formatted(
                                limit.getKey(), held.get(limit.getKey()), limit.getValue()))
                        .toList());
    }

    static Finding countersMatch(Evidence evidence) {
        Map<String, Long> held = held(evidence);
        TreeSet<String> counters = new TreeSet<>(evidence.bought().keySet());
        counters.addAll(held.keySet());
        List<String> offenders = new ArrayList<>();
        for (String counter : counters) {
            long counted = evidence.bought().getOrDefault(counter, 0L);
            long has = held.getOrDefault(counter, 0L);
            if (counted != has) {
                offenders.add("%s: counted %d, its live orders hold %d".formatted(counter, counted, has));
            }
        }
        return Finding.ofAll("Limit counters match the live orders", counters.size(), offenders);
    }

    /// Units that customers have bought or may still get.
    private static Map<String, Long> held(Evidence evidence) {
        Map<String, Long> held = new HashMap<>();
        for (Order order : evidence.orders().values()) {
            if (!order.stock().isGivenUp()) {
                limited(order).forEach(line -> held.merge(counter(order, line), (long) line.quantity(), Long::sum));
            }
        }
        return held;
    }

    private static Map<String, Long> limits(Evidence evidence) {
        Map<String, Long> limits = new HashMap<>();
        for (Order order : evidence.orders().values()) {
            limited(order).forEach(line -> limits.merge(counter(order, line),
                    (long) line.limitPerCustomer().orElseThrow(), Math::min));
        }
        return limits;
    }

    private static List<OrderLine> limited(Order order) {
        return order.placed().lines().stream().filter(line -> line.limitPerCustomer().isPresent()).toList();
    }

    private static String counter(Order order, OrderLine line) {
        return PurchaseCounter.of(order.placed().customer(), line);
    }
}
