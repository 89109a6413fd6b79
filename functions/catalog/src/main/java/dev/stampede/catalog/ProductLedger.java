package dev.stampede.catalog;

import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import java.time.Instant;
import java.util.Optional;

/// The products as those who change them see them: as they stand now, each changed only while it is as it was seen.
/// What an order in the queue has to know of a change is written with it: so who orders after a deletion gets no unit.
public interface ProductLedger extends CurrentProducts {

    sealed interface Outcome {
        record Written() implements Outcome {}

        /// Somebody changed it meanwhile, or made it before.
        ///
        /// @param version what it is now
        record Stale(long version) implements Outcome {}

        record Missing() implements Outcome {}

        /// Nothing is written: others were at its stock each time, or have sold in its sale. Worth looking again.
        record Busy() implements Outcome {}
    }

    /// Sells a product to those who order it from its creation on, and to none who ordered one of its id before.
    ///
    /// @return stale where there is a product of that id already
    Outcome insert(Product product);

    /// Puts a product in the place of the version that was seen.
    ///
    /// @param takenOff a sale that has started and goes with that version; its id is counted from now on
    Outcome replace(Product product, long seenVersion, Optional<Sale> takenOff);

    /// Sells it to nobody who orders it from now on.
    ///
    /// @param takenOff as of [#replace]
    Outcome remove(String productId, long seenVersion, Instant now, Optional<Sale> takenOff);
}
