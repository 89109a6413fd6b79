package dev.stampede.ordering;

import dev.stampede.lambda.Log;
import dev.stampede.model.Actor;
import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.OrderTransitions.Outcome;
import dev.stampede.model.Reason;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/// What shoppers may do with an order of theirs. Their receipt opens it as it does for reading, and it is moved from
/// where it stands now, once.
public final class ChangeOwnOrder {

    sealed interface Result {
        record Changed(Order order) implements Result {}

        /// The order as it stands: its state forbids the change.
        record Refused(Order order) implements Result {}

        /// Accepted and not recorded yet: there is nothing that could be changed.
        record Pending() implements Result {}

        /// Another body won the race under the same idempotency key.
        record Superseded() implements Result {}

        record NotFound() implements Result {}
    }

    private final GetOrder getOrder;
    private final OrderTransitions transitions;
    private final InstantSource clock;

    /// @param getOrder reads orders as they stand now
    public ChangeOwnOrder(GetOrder getOrder, OrderTransitions transitions, InstantSource clock) {
        this.getOrder = getOrder;
        this.transitions = transitions;
        this.clock = clock;
    }

    /// Until it is shipped. What was paid is given back later, by the function that took it.
    Result cancel(String orderId, Optional<String> receiptToken, Optional<String> note) {
        return change(orderId, receiptToken, note, (order, by) -> order.cancelled(Reason.CANCELLED_BY_CUSTOMER, by));
    }

    /// Once it is delivered.
    Result requestReturn(String orderId, Optional<String> receiptToken, Optional<String> note) {
        return change(orderId, receiptToken, note, Order::returnRequested);
    }

    private Result change(
            String orderId,
            Optional<String> receiptToken,
            Optional<String> note,
            BiFunction<Order, Actor, Optional<Order>> transition) {
        return switch (getOrder.get(orderId, receiptToken)) {
            case GetOrder.Result.Found(Order seen) -> {
                Actor customer = Actor.customer(clock.instant(), note);
                yield result(transitions.move(seen, order -> transition.apply(order, customer)));
            }
            case GetOrder.Result.Pending _ -> new Result.Pending();
            case GetOrder.Result.Superseded _ -> new Result.Superseded();
            case GetOrder.Result.NotFound _ -> new Result.NotFound();
        };
    }

    private static Result result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Moved(Order order) -> {
                Log.info("order changed by its shopper", "orderId", order.orderId(),
                        "traceparent", order.placed().traceparent(), "status", order.status().name());
                yield new Result.Changed(order);
            }
            case Outcome.Refused(Order order) -> new Result.Refused(order);
        };
    }
}
