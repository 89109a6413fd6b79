package dev.stampede.reservation;

import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.StockMove;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Orders that are reserved in one transaction: one action for each of them, one for each SKU with the sum of units,
/// and one for each count of a customer's purchases.
public record Fold(List<PlacedOrder> orders) {

    /// Units that count against a customer's limit.
    public record Count(long units, long limit) {}

    /// When the first order was placed that wants a SKU, and when the last.
    public record PlacedAt(Instant first, Instant last) {
        private PlacedAt and(PlacedAt other) {
            return new PlacedAt(
                    other.first.isBefore(first) ? other.first : first, other.last.isAfter(last) ? other.last : last);
        }
    }

    public Fold {
        orders = List.copyOf(orders);
    }

    public SortedMap<String, StockMove> moves() {
        return StockMove.sum(orders.stream().flatMap(order -> order.lines().stream()));
    }

    /// By SKU.
    public Map<String, PlacedAt> placedAt() {
        Map<String, PlacedAt> placed = new HashMap<>();
        for (PlacedOrder order : orders) {
            for (OrderLine line : order.lines()) {
                placed.merge(line.sku(), new PlacedAt(order.placedAt(), order.placedAt()), PlacedAt::and);
            }
        }
        return placed;
    }

    /// By counter. A plan puts no two orders that share a counter into one fold.
    public SortedMap<String, Count> counts() {
        SortedMap<String, Count> counts = new TreeMap<>();
        for (PlacedOrder order : orders) {
            for (OrderLine line : order.lines()) {
                line.limitPerCustomer().ifPresent(limit -> counts.put(
                        PurchaseCounter.of(order.customer(), line), new Count(line.quantity(), limit)));
            }
        }
        return counts;
    }
}
