package dev.stampede.catalog;

import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What speaks against a sale as it is described. What a sale has left is counted in the stock under its id, from its
/// first order on and for good, whatever becomes of the product, and so is a sale that was taken off after it had
/// started: an id that may have been sold under names that sale alone, and other units under it would be shown and
/// never sold.
///
/// @param now   the product's sale so far
/// @param stock what is counted
record SaleChange(Optional<Sale> now, Sale next, Optional<Stock> stock, Instant at) {

    /// Orders that are accepted in these last moments may still go by what was known before a change.
    static final Duration AS_GOOD_AS_STARTED = Duration.ofSeconds(5);

    /// Each is an attribute of the one stock item that every order writes.
    static final int MAX_SALES = 200;

    enum Objection {
        /// Units were sold under its id before.
        ID_USED,
        /// It has started with other units.
        UNITS_KEPT,
        /// It has started, and would start again.
        START_KEPT,
        OVER,
        TOO_MANY_SALES
    }

    Optional<Objection> objection() {
        Optional<Sale> same = now.filter(sale -> sale.id().equals(next.id()));
        if (same.isPresent()) {
            return hasStarted(same.get()) ? kept(same.get()) : Optional.empty();
        }
        if (isCounted()) {
            return Optional.of(Objection.ID_USED);
        }
        return stock.filter(it -> it.saleUnitsLeft().size() >= MAX_SALES).isPresent()
                ? Optional.of(Objection.TOO_MANY_SALES)
                : Optional.empty();
    }

    private boolean hasStarted(Sale sale) {
        return isCounted() || isAsGoodAsStarted(sale, at);
    }

    static boolean isAsGoodAsStarted(Sale sale, Instant at) {
        return !at.plus(AS_GOOD_AS_STARTED).isBefore(sale.startsAt());
    }

    private boolean isCounted() {
        return stock.filter(it -> it.saleUnitsLeft().containsKey(next.id())).isPresent();
    }

    /// A sale that has started may get another price, limit or end. Once over, it is over.
    private Optional<Objection> kept(Sale sale) {
        if (sale.units() != next.units()) {
            return Optional.of(Objection.UNITS_KEPT);
        }
        if (next.startsAt().isAfter(sale.startsAt()) && next.startsAt().isAfter(at)) {
            return Optional.of(Objection.START_KEPT);
        }
        if (!at.isBefore(sale.endsAt()) && at.isBefore(next.endsAt())) {
            return Optional.of(Objection.OVER);
        }
        return Optional.empty();
    }
}
