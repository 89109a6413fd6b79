package dev.stampede.catalog;

import dev.stampede.lambda.HttpResponse.Detail;
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

    static final String STARTED = "SALE_STARTED";
    static final String TOO_MANY = "TOO_MANY_SALES";

    Optional<Detail> objection() {
        Optional<Sale> same = now.filter(sale -> sale.id().equals(next.id()));
        if (same.isPresent()) {
            return hasStarted(same.get()) ? kept(same.get()) : Optional.empty();
        }
        if (isCounted()) {
            return objection("sale.id", STARTED, "a sale of this id has started before; give another sale another id");
        }
        return stock.filter(it -> it.saleUnitsLeft().size() >= MAX_SALES).isPresent()
                ? objection("sale.id", TOO_MANY, "a product has " + MAX_SALES + " sales in its life at most")
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
    private Optional<Detail> kept(Sale sale) {
        if (sale.units() != next.units()) {
            return objection("sale.units", STARTED, "give a sale with other units another id");
        }
        if (next.startsAt().isAfter(sale.startsAt()) && next.startsAt().isAfter(at)) {
            return objection("sale.startsAt", STARTED, "give a sale that starts again another id");
        }
        if (!at.isBefore(sale.endsAt()) && at.isBefore(next.endsAt())) {
            return objection("sale.endsAt", STARTED, "the sale is over; give the next one another id");
        }
        return Optional.empty();
    }

    private static Optional<Detail> objection(String field, String code, String message) {
        return Optional.of(new Detail(field, code, message));
    }
}
