package dev.stampede.inventory;

import dev.stampede.model.Order;
import java.util.List;
import java.util.Map;

/// Orders' marks, stock and purchase limits, moved together in one transaction or not at all.
public interface StockLedger {

    sealed interface Outcome {
        record Moved() implements Outcome {}

        /// Nothing was written: these orders, by id, are not as they were seen. Here they are as they stand.
        record Stale(Map<String, Order> current) implements Outcome {}

        /// Nothing was written: another transaction or a throttle was in the way. It is worth another try.
        record Busy() implements Outcome {}

        /// Whether it was written is not known: no answer came in time. If it was, the orders are not as they were seen.
        record Unanswered() implements Outcome {}

        /// Nothing was written, and another try would not change that: stock or order is not what it must be.
        record Impossible(String why) implements Outcome {}
    }

    /// @param movements of distinct orders, within the bounds of a [Fold], all from one state to one other
    Outcome move(List<Movement> movements);
}
