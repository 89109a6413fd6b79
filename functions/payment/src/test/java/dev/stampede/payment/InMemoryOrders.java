package dev.stampede.payment;

import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Orders with the condition of the real table: version and payment as they were before.
final class InMemoryOrders implements OrderTransitions {

    private final Map<String, Order> orders = new HashMap<>();

    InMemoryOrders(Order... recorded) {
        for (Order order : recorded) {
            orders.put(order.orderId(), order);
        }
    }

    synchronized Order get(String orderId) {
        return orders.get(orderId);
    }

    @Override
    public synchronized Optional<Order> replace(Order before, Order after) {
        Order current = orders.get(before.orderId());
        if (current == null) {
            throw new IllegalStateException("order " + before.orderId() + " is not recorded");
        }
        if (current.version() != before.version() || current.payment() != before.payment()
                || !current.holdUntil().equals(before.holdUntil())) {
            return Optional.of(current);
        }
        orders.put(after.orderId(), after);
        return Optional.empty();
    }
}
