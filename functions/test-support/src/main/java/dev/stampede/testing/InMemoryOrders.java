package dev.stampede.testing;

import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.RecordedOrders;
import dev.stampede.model.StockState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Recorded orders with the conditions and the due dates of the real table, and with what others do to them just before
/// a write. It is no `DueOrders` itself, for that port is one context's own.
public class InMemoryOrders implements RecordedOrders, OrderTransitions {

    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofMinutes(2);

    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, Instant> dueAt = new HashMap<>();
    private final Map<String, Integer> replays = new HashMap<>();
    private final Deque<Runnable> rivals = new ArrayDeque<>();
    public final Set<String> broken = new HashSet<>();
    public int reads;

    public synchronized void record(Order order) {
        orders.put(order.orderId(), order);
        if (order.status() == OrderStatus.RESERVED) {
            dueAt.put(order.orderId(), firstDue(order));
        }
    }

    public synchronized Order stored(String orderId) {
        return orders.get(orderId);
    }

    public synchronized int replays(String orderId) {
        return replays.getOrDefault(orderId, 0);
    }

    /// Empty where nobody has to look at it.
    public synchronized Optional<Instant> dueAt(String orderId) {
        return Optional.ofNullable(dueAt.get(orderId));
    }

    /// Records an order that nobody seems to have heard of.
    public synchronized void recordDue(Order order, Instant at) {
        orders.put(order.orderId(), order);
        dueAt.put(order.orderId(), at);
    }

    public synchronized void unitsMoved(String orderId, StockState to) {
        orders.computeIfPresent(orderId, (_, order) -> withUnits(order, to));
        dueAt.remove(orderId);
    }

    /// Has a rival come in between: before the next write, after its order was read.
    public void meanwhile(Runnable rival) {
        rivals.add(rival);
    }

    @Override
    public synchronized Optional<Order> find(String orderId) {
        reads++;
        return Optional.ofNullable(orders.get(orderId));
    }

    /// As those who look after due orders find them.
    public synchronized List<Order> due(Instant now, int limit) {
        return dueAt.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(entry -> orders.get(entry.getKey()))
                .toList();
    }

    public synchronized void replay(Order seen, Optional<Instant> next) {
        before(seen);
        Order current = orders.get(seen.orderId());
        if (current.version() != seen.version() || !dueAt.containsKey(seen.orderId())) {
            return;
        }
        replays.merge(seen.orderId(), 1, Integer::sum);
        next.ifPresentOrElse(at -> dueAt.put(seen.orderId(), at), () -> dueAt.remove(seen.orderId()));
    }

    @Override
    public synchronized Optional<Order> replace(Order before, Order after) {
        before(before);
        Order current = orders.get(before.orderId());
        if (current == null) {
            throw new IllegalStateException("order " + before.orderId() + " is not recorded");
        }
        if (current.version() != before.version() || current.payment() != before.payment()
                || !current.holdUntil().equals(before.holdUntil())) {
            return Optional.of(current);
        }
        orders.put(after.orderId(), withUnits(after, current.stock()));
        if (after.status() != before.status() || !after.refunded().equals(before.refunded())) {
            dueAt.put(after.orderId(), firstDue(after));
        } else if (after.holdUntil().isBefore(before.holdUntil())) {
            dueAt.put(after.orderId(), after.holdUntil().minus(Duration.ofMinutes(1)));
        }
        return Optional.empty();
    }

    private void before(Order order) {
        if (broken.contains(order.orderId())) {
            throw new IllegalStateException("broken on purpose");
        }
        if (!rivals.isEmpty()) {
            rivals.poll().run();
        }
    }

    private static Order withUnits(Order order, StockState units) {
        return new Order(order.placed(), order.status(), order.reason(), order.payment(), order.fraud(), units,
                order.holdUntil(), order.version(), order.history());
    }

    private static Instant firstDue(Order order) {
        Instant heard = order.updatedAt().plus(ACKNOWLEDGED_WITHIN);
        boolean held = order.status() == OrderStatus.RESERVED && order.holdUntil().isBefore(heard);
        return held ? order.holdUntil() : heard;
    }
}
