package dev.stampede.ordering;

import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.ordering.Reservations.Outcome.Refused;
import dev.stampede.ordering.Reservations.Outcome.Reserved;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Transactions over two maps, with whatever a test wants to happen just before one of them.
final class InMemoryReservations implements Reservations {

    final Map<String, Order> orders = new LinkedHashMap<>();
    final Map<String, Long> stock = new HashMap<>();
    final Map<String, Long> reserved = new HashMap<>();
    final List<Integer> folds = new ArrayList<>();
    /// For each call of reserve in turn: an outcome in place of the transaction, or empty to let it happen.
    final Deque<Supplier<Optional<Outcome>>> before = new ArrayDeque<>();
    /// What reject answers without recording, for each call in turn.
    final Deque<Set<String>> unrecorded = new ArrayDeque<>();
    final Set<String> impossible = new HashSet<>();
    int rejectCalls;

    @Override
    public Map<String, Long> available(Collection<String> skus) {
        Map<String, Long> available = new HashMap<>(stock);
        available.keySet().retainAll(skus);
        return available;
    }

    @Override
    public Outcome reserve(Fold fold, Instant at) {
        folds.add(fold.orders().size());
        Optional<Outcome> scripted = before.isEmpty() ? Optional.empty() : before.poll().get();
        if (scripted.isPresent()) {
            return scripted.get();
        }
        if (fold.orders().stream().anyMatch(order -> impossible.contains(order.orderId()))) {
            return new Outcome.Impossible("ValidationException");
        }
        Set<String> recorded = new HashSet<>();
        fold.orders().stream().map(PlacedOrder::orderId).filter(orders::containsKey).forEach(recorded::add);
        Map<String, Long> shortStock = new HashMap<>();
        fold.units().forEach((sku, units) -> {
            if (stock.getOrDefault(sku, 0L) < units) {
                shortStock.put(sku, stock.getOrDefault(sku, 0L));
            }
        });
        if (!recorded.isEmpty() || !shortStock.isEmpty()) {
            return new Refused(recorded, shortStock);
        }
        fold.orders().forEach(order -> orders.put(order.orderId(), Order.reserved(order, at)));
        fold.units().forEach((sku, units) -> {
            stock.merge(sku, -units, Long::sum);
            reserved.merge(sku, units, Long::sum);
        });
        return new Reserved();
    }

    @Override
    public Set<String> reject(List<Order> rejected) {
        rejectCalls++;
        Set<String> left = unrecorded.isEmpty() ? Set.of() : unrecorded.poll();
        rejected.stream().filter(order -> !left.contains(order.orderId()))
                .forEach(order -> orders.putIfAbsent(order.orderId(), order));
        return left;
    }

    List<String> ids(OrderStatus status) {
        return orders.values().stream().filter(order -> order.status() == status).map(Order::orderId).toList();
    }
}
