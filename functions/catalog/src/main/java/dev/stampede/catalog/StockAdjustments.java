package dev.stampede.catalog;

import dev.stampede.model.Stock;
import java.util.List;
import java.util.Optional;

/// The units of each SKU as they stand now, and what was changed of them by hand: no change without its entry, and no
/// entry without its change.
public interface StockAdjustments {

    sealed interface Outcome {
        record Applied() implements Outcome {}

        /// There is an entry of that key, and nothing was changed.
        record AppliedBefore(StockAdjustment before) implements Outcome {}

        /// The stock is not as the change needs it.
        ///
        /// @param now empty where there is no stock item
        record PreconditionFailed(Optional<Stock> now) implements Outcome {}

        /// Others are writing the same stock; worth another try.
        record Busy() implements Outcome {}
    }

    Optional<Stock> stock(String sku);

    /// Changes stock that there is.
    Outcome book(StockAdjustment adjustment);

    /// Makes the stock item with its first units.
    ///
    /// @return false where there is one by now, or an entry of that key: worth looking again
    boolean open(StockAdjustment adjustment);

    /// The newest first. An entry may be missing for a moment after it was made.
    List<StockAdjustment> newest(String sku, int limit);
}
