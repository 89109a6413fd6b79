package dev.stampede.model;

import java.util.Optional;
import java.util.function.Function;

/// Moves recorded orders on by optimistic locking. The order a caller has seen is only a guess: where it is out of date
/// the transition is tried again on the order as it stands, so that nothing is read first and nothing is overwritten.
public interface OrderTransitions {

    /// More than the writers one order can meet; running out of it means that something else is wrong.
    int MAX_ATTEMPTS = 8;

    sealed interface Outcome {
        record Moved(Order order) implements Outcome {}

        /// The order's state forbids the transition, or it was made already.
        record Refused(Order order) implements Outcome {}
    }

    /// Writes what changed from `before` to `after`, only while the order is still as it was before.
    ///
    /// @return empty when written, otherwise the order as it stands
    Optional<Order> replace(Order before, Order after);

    /// @param seen       the order as last seen, for example in an event
    /// @param transition a method of [Order]
    default Outcome move(Order seen, Function<Order, Optional<Order>> transition) {
        Order before = seen;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<Order> after = transition.apply(before);
            if (after.isEmpty()) {
                return new Outcome.Refused(before);
            }
            Optional<Order> current = replace(before, after.get());
            if (current.isEmpty()) {
                return new Outcome.Moved(after.get());
            }
            before = current.get();
        }
        throw new IllegalStateException("order " + seen.orderId() + " changed " + MAX_ATTEMPTS + " times in a row");
    }
}
