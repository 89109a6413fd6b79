package dev.stampede.reservation;

import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.Stock;
import dev.stampede.model.StockMove;
import dev.stampede.reservation.Reservations.Outcome.Impossible;
import dev.stampede.reservation.Reservations.Outcome.Refused;
import dev.stampede.reservation.Reservations.Outcome.Reserved;
import java.time.Duration;
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
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Transactions over three maps, with whatever a test wants to happen just before one of them.
final class InMemoryReservations implements Reservations {

    final Map<String, Order> orders = new LinkedHashMap<>();
    final Map<String, Stock> stock = new HashMap<>();
    final Map<String, Long> bought = new HashMap<>();
    final List<Integer> folds = new ArrayList<>();
    /// For each call of reserve in turn: an outcome in place of the transaction, or empty to let it happen.
    final Deque<Supplier<Optional<Outcome>>> before = new ArrayDeque<>();
    /// What reject answers without recording, for each call in turn.
    final Deque<Set<String>> unrecorded = new ArrayDeque<>();
    final Set<String> impossible = new HashSet<>();
    int rejectCalls;
    int stockCalls;

    void put(String sku, long available) {
        stock.put(sku, Stock.of(sku, available));
    }

    long available(String sku) {
        return stock.get(sku).available();
    }

    /// Somebody else reserves units.
    void takeAway(String sku, long units) {
        move(new StockMove(sku, units, new TreeMap<>()));
    }

    @Override
    public Map<String, Stock> stock(Collection<String> skus) {
        stockCalls++;
        Map<String, Stock> found = new HashMap<>(stock);
        found.keySet().retainAll(skus);
        return found;
    }

    @Override
    public Outcome reserve(Fold fold, Instant at, Duration hold) {
        folds.add(fold.orders().size());
        Optional<Outcome> scripted = before.isEmpty() ? Optional.empty() : before.poll().get();
        return scripted.orElseGet(() -> transaction(fold, at, hold));
    }

    Outcome transaction(Fold fold, Instant at, Duration hold) {
        int actions = fold.orders().size() + fold.moves().size() + fold.counts().size();
        if (actions > 100 || fold.orders().stream().map(PlacedOrder::orderId)
                .anyMatch(id -> id.isEmpty() || impossible.contains(id))) {
            return new Impossible("ValidationException");
        }
        Refused refused = new Refused(new HashSet<>(), new HashMap<>(), new HashMap<>());
        fold.orders().stream().map(PlacedOrder::orderId).filter(orders::containsKey).forEach(refused.recorded()::add);
        Map<String, Fold.PlacedAt> placedAt = fold.placedAt();
        fold.moves().forEach((sku, move) -> {
            Stock known = stock.getOrDefault(sku, Stock.of(sku, 0));
            boolean saleIsShort = move.sales().entrySet().stream().anyMatch(sale -> known.saleUnitsLeft()
                    .getOrDefault(sale.getKey(), sale.getValue().cap()) < sale.getValue().units());
            if (known.available() < move.units() || saleIsShort || !known.forSale().covers(placedAt.get(sku).first())
                    || !known.forSale().covers(placedAt.get(sku).last())) {
                refused.stock().put(sku, known);
            }
        });
        fold.counts().forEach((counter, count) -> {
            long had = bought.getOrDefault(counter, 0L);
            if (had + count.units() > count.limit()) {
                refused.bought().put(counter, had);
            }
        });
        if (!refused.equals(new Refused(Set.of(), Map.of(), Map.of()))) {
            return refused;
        }
        fold.orders().forEach(order -> orders.put(order.orderId(), Order.reserved(order, at, hold)));
        fold.moves().values().forEach(this::move);
        fold.counts().forEach((counter, count) -> bought.merge(counter, count.units(), Long::sum));
        return new Reserved();
    }

    private void move(StockMove move) {
        Stock known = stock.get(move.sku());
        Map<String, Long> left = new HashMap<>(known.saleUnitsLeft());
        move.sales().forEach((sale, in) -> left.put(sale, left.getOrDefault(sale, in.cap()) - in.units()));
        stock.put(move.sku(), new Stock(move.sku(), known.available() - move.units(),
                known.reserved() + move.units(), known.sold(), left, known.forSale()));
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
        return ids(order -> order.status() == status);
    }

    List<String> rejectedIds(Reason reason) {
        return ids(order -> order.reason().equals(Optional.of(reason)));
    }

    private List<String> ids(Predicate<Order> wanted) {
        return orders.values().stream().filter(wanted).map(Order::orderId).toList();
    }
}
