package dev.stampede.reservation;

import dev.stampede.model.Order;
import dev.stampede.model.Stock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Records orders together with the stock they take and the purchase limits they count against.
public interface Reservations {

    sealed interface Outcome {
        /// The whole fold is recorded, its units are taken and counted.
        record Reserved() implements Outcome {}

        /// Nothing is written. Leave the recorded orders out, plan the others with what is named here, and try again.
        ///
        /// @param recorded ids of orders that exist already
        /// @param stock    by SKU, where there was less than the fold wants
        /// @param bought   by counter, where a customer has too many for what the fold wants
        record Refused(Set<String> recorded, Map<String, Stock> stock, Map<String, Long> bought) implements Outcome {}

        /// Nothing is written: somebody else was at it, or the table is throttled.
        record Busy() implements Outcome {}

        /// Whether it is written is not known: no answer came in time. The same again at once would only add to what a
        /// slow table has to do.
        record Unanswered() implements Outcome {}

        /// Nothing is written, and the same again would not be either.
        record Impossible(String why) implements Outcome {}
    }

    /// Stock now, by SKU; a SKU without a stock item is left out.
    Map<String, Stock> stock(Collection<String> skus);

    /// Records the orders as reserved, takes their units and counts them, all of it or nothing.
    ///
    /// @param hold how long the units stay reserved for an order that does not get on
    Outcome reserve(Fold fold, Instant at, Duration hold);

    /// Records rejected orders, each on its own. An order that is recorded already, as whatever, stays as it is.
    ///
    /// @return the ids of those that could not be recorded now
    Set<String> reject(List<Order> rejected);
}
