package dev.stampede.inventory;

import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.StockState;
import dev.stampede.model.event.OrderEvent;
import java.util.List;
import java.util.Optional;

/// The reserved units of one order and where they go: `SOLD` or `RELEASED`.
public record Movement(String orderId, String traceparent, List<OrderLine> lines, StockState to) {

    /// The movement that an event asks for, if any.
    static Optional<Movement> of(OrderEvent event) {
        return switch (event.type()) {
            case ORDER_CONFIRMED -> Optional.of(of(event.order(), StockState.SOLD));
            case ORDER_CANCELLED, ORDER_EXPIRED -> Optional.of(of(event.order(), StockState.RELEASED));
            // A return moves sold units, by the operator's choice; there is no transition to it yet.
            case ORDER_RETURNED -> Optional.empty();
            case ORDER_CREATED, ORDER_REJECTED, ORDER_SHIPPED, ORDER_DELIVERED, ORDER_REFUNDED, RETURN_REQUESTED,
                    PAYMENT_AUTHORIZED, PAYMENT_DECLINED, PAYMENT_CAPTURED, FRAUD_REVIEWED -> Optional.empty();
        };
    }

    private static Movement of(Order order, StockState to) {
        return new Movement(order.orderId(), order.placed().traceparent(), order.placed().lines(), to);
    }
}
