package dev.stampede.inventory;

import dev.stampede.model.StockState;
import java.util.List;
import java.util.Set;

/// Orders' marks and stock, moved together in one transaction or not at all.
public interface StockLedger {

    sealed interface Outcome {
        record Moved() implements Outcome {}

        /// Nothing was written: the units of these orders are not reserved any more.
        record AlreadyMoved(Set<String> orderIds) implements Outcome {}

        /// Nothing was written: another transaction or a throttle was in the way. It is worth another try.
        record Busy() implements Outcome {}

        /// Nothing was written, and another try would not change that: stock or order is not what it must be.
        record Impossible(String why) implements Outcome {}
    }

    /// @param movements of distinct orders, within the bounds of a [Fold], all to the same state
    Outcome move(List<Movement> movements, StockState to);
}
