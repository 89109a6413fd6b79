package dev.stampede.verification.workload;

import dev.stampede.model.Actor;
import dev.stampede.model.EventType;
import dev.stampede.model.Order;
import dev.stampede.model.Reason;
import java.util.Optional;
import java.util.function.BiFunction;

/// One action that a shopper or a staff member takes on a recorded order over HTTP.
public enum OrderAction {
    /// The customer cancels.
    CANCEL("cancel", false, EventType.ORDER_CANCELLED,
            (order, by) -> order.cancelled(Reason.CANCELLED_BY_CUSTOMER, by)),
    /// Staff ship.
    SHIP("ship", true, EventType.ORDER_SHIPPED, Order::shipped),
    /// Staff record the delivery.
    DELIVER("deliver", true, EventType.ORDER_DELIVERED, Order::delivered),
    /// The customer asks to return the order.
    RETURN("return", false, EventType.RETURN_REQUESTED, Order::returnRequested),
    /// Staff take a return in and put its units back into stock.
    RESTOCK("receive-return", true, EventType.ORDER_RETURNED, (order, by) -> order.returned(Reason.RESTOCKED, by)),
    /// Staff take a return in and write its units off.
    WRITE_OFF("receive-return", true, EventType.ORDER_RETURNED,
            (order, by) -> order.returned(Reason.WRITTEN_OFF, by)),
    /// Staff refund a part.
    REFUND_PART("refund", true, EventType.ORDER_REFUNDED, OrderAction::refundable),
    /// Staff refund what is left.
    REFUND_REST("refund", true, EventType.ORDER_REFUNDED, OrderAction::refundable),
    /// Staff approve an order under fraud review.
    APPROVE("fraud-decision", true, EventType.FRAUD_REVIEWED, (order, by) -> order.fraudReviewed(true, by)),
    /// Staff reject an order under fraud review.
    REJECT("fraud-decision", true, EventType.FRAUD_REVIEWED, (order, by) -> order.fraudReviewed(false, by));

    private final String operation;
    private final boolean byStaff;
    private final EventType event;
    private final BiFunction<Order, Actor, Optional<Order>> transition;

    OrderAction(String operation, boolean byStaff, EventType event, BiFunction<Order, Actor, Optional<Order>> transition) {
        this.operation = operation;
        this.byStaff = byStaff;
        this.event = event;
        this.transition = transition;
    }

    /// The last segment of the path, after the order id.
    public String operation() {
        return operation;
    }

    public boolean isByStaff() {
        return byStaff;
    }

    /// The event that it adds to the order's history.
    public EventType event() {
        return event;
    }

    /// Whether the order's current state allows it.
    public boolean fits(Order order) {
        return transition.apply(order, Actor.function("prove", order.updatedAt())).isPresent();
    }

    public boolean isRefund() {
        return event == EventType.ORDER_REFUNDED;
    }

    /// The JSON body of its request.
    public String body() {
        return switch (this) {
            case CANCEL, SHIP, DELIVER, RETURN, REFUND_REST -> "{}";
            case RESTOCK -> "{\"units\":\"restock\"}";
            case WRITE_OFF -> "{\"units\":\"write-off\"}";
            case REFUND_PART -> "{\"amount\":1.00,\"note\":\"scratched\"}";
            case APPROVE -> "{\"decision\":\"approve\"}";
            case REJECT -> "{\"decision\":\"reject\"}";
        };
    }

    private static Optional<Order> refundable(Order order, Actor by) {
        return Optional.of(order).filter(it -> it.refundable().minorUnits() > 0);
    }
}
