package dev.stampede.fulfilment;

import dev.stampede.lambda.Log;
import dev.stampede.model.Actor;
import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.OrderTransitions.Outcome;
import dev.stampede.model.RecordedOrders;
import dev.stampede.model.Uuid;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/// Moves an order on by the hand of the staff, from where it stands now, once.
public final class MoveOrder {

    sealed interface Result {
        record Moved(Order order) implements Result {}

        /// The order as it stands: its state forbids the move.
        record Refused(Order order) implements Result {}

        record NotFound() implements Result {}
    }

    private final RecordedOrders recordedOrders;
    private final OrderTransitions transitions;
    private final InstantSource clock;

    public MoveOrder(RecordedOrders recordedOrders, OrderTransitions transitions, InstantSource clock) {
        this.recordedOrders = recordedOrders;
        this.transitions = transitions;
        this.clock = clock;
    }

    /// @param transition a method of [Order]
    Result move(String orderId, Staff staff, BiFunction<Order, Actor, Optional<Order>> transition) {
        return Optional.of(orderId)
                .filter(Uuid::isValid)
                .flatMap(recordedOrders::find)
                .map(seen -> move(seen, staff.at(clock.instant()), transition))
                .orElseGet(Result.NotFound::new);
    }

    private Result move(Order seen, Actor by, BiFunction<Order, Actor, Optional<Order>> transition) {
        return switch (transitions.move(seen, order -> transition.apply(order, by))) {
            case Outcome.Moved(Order order) -> {
                Log.info("order moved by staff", "orderId", order.orderId(),
                        "traceparent", order.placed().traceparent(), "version", order.version(),
                        "status", order.status().name());
                yield new Result.Moved(order);
            }
            case Outcome.Refused(Order order) -> new Result.Refused(order);
        };
    }
}
