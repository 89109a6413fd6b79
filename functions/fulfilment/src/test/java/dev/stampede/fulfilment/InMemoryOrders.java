package dev.stampede.fulfilment;

import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.RecordedOrders;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Orders with the condition of the real table, and with what others do to them just before a write.
final class InMemoryOrders implements RecordedOrders, OrderTransitions {

    private final Map<String, Order> orders = new HashMap<>();
    private final Deque<Runnable> rivals = new ArrayDeque<>();
    int reads;

    InMemoryOrders(Order... recorded) {
        for (Order order : recorded) {
            orders.put(order.orderId(), order);
        }
    }

    Order stored() {
        return orders.get(Sample.ID);
    }

    /// Has a rival come in between: before the next write, after its order was read.
    void meanwhile(Runnable rival) {
        rivals.add(rival);
    }

    @Override
    public Optional<Order> find(String orderId) {
        reads++;
        return Optional.ofNullable(orders.get(orderId));
    }

    @Override
    public Optional<Order> replace(Order before, Order after) {
        if (!rivals.isEmpty()) {
            rivals.poll().run();
        }
        Order current = orders.get(before.orderId());
        if (current.version() != before.version() || current.payment() != before.payment()
                || !current.holdUntil().equals(before.holdUntil())) {
            return Optional.of(current);
        }
        orders.put(after.orderId(), after);
        return Optional.empty();
    }
}
