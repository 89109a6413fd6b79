package dev.stampede.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The contract can be met without a table, and what it says of the model holds.
class InMemoryOrderTransitionsTest extends OrderTransitionsContract {

    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    @Override
    protected OrderTransitions transitions() {
        return this::replace;
    }

    @Override
    protected void record(Order order) {
        orders.put(order.orderId(), order);
    }

    @Override
    protected Optional<Order> stored(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    @Override
    protected void unitsMoved(Order order, StockState to) {
        orders.computeIfPresent(order.orderId(), (_, current) -> withUnits(current, to));
    }

    private synchronized Optional<Order> replace(Order before, Order after) {
        Order current = stored(before.orderId()).orElseThrow(() -> new IllegalStateException("not recorded"));
        if (current.version() != before.version() || current.payment() != before.payment()
                || !current.holdUntil().equals(before.holdUntil())) {
            return Optional.of(current);
        }
        orders.put(after.orderId(), withUnits(after, current.stock()));
        return Optional.empty();
    }

    private static Order withUnits(Order order, StockState to) {
        return new Order(order.placed(), order.status(), order.reason(), order.payment(), order.fraud(), to,
                order.holdUntil(), order.version(), order.history());
    }
}
