package dev.stampede.inventory;

import dev.stampede.model.Order;
import java.util.List;
import java.util.Map;

/// Changes the orders' marks, the stock and the purchase limits in one transaction.
public interface StockLedger {

    sealed interface Outcome {
        record Moved() implements Outcome {}

        /// Nothing was written, because these orders have changed: their current state, by id.
        record Stale(Map<String, Order> current) implements Outcome {}

        /// Nothing was written because of another transaction or a throttle; worth a retry.
        record Busy() implements Outcome {}

        /// Whether it was written is not known: no answer came in time. If it was, the orders are not as they were
        /// seen.
        record Unanswered() implements Outcome {}

        /// Nothing was written, and a retry would not help: the stock or the order is inconsistent.
        record Impossible(String why) implements Outcome {}
    }

    /// @param movements of distinct orders, within the bounds of a [Fold], all from one state to one other
    Outcome move(List<Movement> movements);
}
