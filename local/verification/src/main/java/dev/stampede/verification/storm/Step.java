package dev.stampede.verification.storm;

import dev.stampede.model.Actor;
import dev.stampede.model.Order;
import dev.stampede.model.Reason;
import dev.stampede.model.event.EventType;
import java.util.Optional;
import java.util.function.BiFunction;

/// One thing that a shopper or a staff member does to a recorded order over HTTP.
public enum Step {
    CANCEL("cancel", false, EventType.ORDER_CANCELLED,
            (order, by) -> order.cancelled(Reason.CANCELLED_BY_CUSTOMER, by)), SHIP("ship", true,
                    EventType.ORDER_SHIPPED,
                    Order::shipped), DELIVER("deliver", true, EventType.ORDER_DELIVERED, Order::delivered), RETURN(
                            "return", false, EventType.RETURN_REQUESTED,
                            Order::returnRequested), RESTOCK("receive-return", true, EventType.ORDER_RETURNED,
                                    (order, by) -> order.returned(Reason.RESTOCKED, by)), WRITE_OFF("receive-return",
                                            true, EventType.ORDER_RETURNED,
                                            (order, by) -> order.returned(Reason.WRITTEN_OFF, by)), REFUND_PART(
                                                    "refund", true, EventType.ORDER_REFUNDED,
                                                    Step::refundable), REFUND_REST("refund", true,
                                                            EventType.ORDER_REFUNDED, Step::refundable), APPROVE(
                                                                    "fraud-decision", true, EventType.FRAUD_REVIEWED,
                                                                    (order, by) -> order.fraudReviewed(true,
                                                                            by)), REJECT("fraud-decision", true,
                                                                                    EventType.FRAUD_REVIEWED,
                                                                                    (order, by) -> order
                                                                                            .fraudReviewed(false, by));

    /// What stands behind the order's id in the path.
    final String operation;
    final boolean byStaff;
    /// What it adds to the order's history.
    final EventType event;
    private final BiFunction<Order, Actor, Optional<Order>> transition;

    Step(String operation, boolean byStaff, EventType event, BiFunction<Order, Actor, Optional<Order>> transition) {
        this.operation = operation;
        this.byStaff = byStaff;
        this.event = event;
        this.transition = transition;
    }

    /// Whether the order allows it as it stands.
    boolean fits(Order order) {
        return transition.apply(order, Actor.function("prove", order.updatedAt())).isPresent();
    }

    boolean isRefund() {
        return event == EventType.ORDER_REFUNDED;
    }

    /// The JSON body of its request.
    String body() {
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
