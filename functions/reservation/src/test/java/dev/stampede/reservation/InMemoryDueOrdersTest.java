package dev.stampede.reservation;

import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.StockState;

/// What the other tests build upon behaves as the table does.
class InMemoryDueOrdersTest extends DueOrdersContract {

    private final InMemoryDueOrders orders = new InMemoryDueOrders();

    @Override
    protected DueOrders dueOrders() {
        return orders;
    }

    @Override
    protected OrderTransitions transitions() {
        return orders;
    }

    @Override
    protected void record(Order order) {
        orders.record(order);
    }

    @Override
    protected Order stored(String orderId) {
        return orders.stored(orderId);
    }

    @Override
    protected long replays(String orderId) {
        return orders.replays(orderId);
    }

    @Override
    protected void unitsMoved(Order order, StockState to) {
        orders.unitsMoved(order.orderId(), to);
    }
}
