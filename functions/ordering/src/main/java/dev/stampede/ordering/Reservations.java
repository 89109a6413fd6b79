package dev.stampede.ordering;

import dev.stampede.model.Order;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Records orders together with the stock they take.
public interface Reservations {

    sealed interface Outcome {
        /// The whole fold is recorded and its units are taken.
        record Reserved() implements Outcome {}

        /// Nothing is written. Leave the recorded orders out, plan the others with the stock named here, and try again.
        ///
        /// @param recorded  ids of orders that exist already
        /// @param available units by SKU where there were fewer than the fold wants
        record Refused(Set<String> recorded, Map<String, Long> available) implements Outcome {}

        /// Nothing is known but that somebody else was at it, or that the table is throttled.
        record Busy() implements Outcome {}

        /// Nothing is written, and the same again would not be either.
        record Impossible(String why) implements Outcome {}
    }

    /// Units available now, by SKU; a SKU without a stock item is left out.
    Map<String, Long> available(Collection<String> skus);

    /// Records the orders as reserved and takes their units, all of it or nothing.
    Outcome reserve(Fold fold, Instant at);

    /// Records rejected orders, each on its own. An order that is recorded already, as whatever, stays as it is.
    ///
    /// @return the ids of those that could not be recorded now
    Set<String> reject(List<Order> rejected);
}
