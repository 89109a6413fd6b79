package dev.stampede.reservation;

import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.Stock;
import dev.stampede.model.StockMove;
import dev.stampede.reservation.Reservations.Outcome.Refused;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can still be had, as far as it is known: units in stock and in sales by SKU, and what customers have bought by
/// counter. A SKU that is not known has nothing. A count that is not known is taken for 0, which saves reading it: the
/// first transaction that goes over it is refused with the true one.
final class Remaining {

    private final Map<String, Stock> stock;
    private final Map<String, Long> bought;

    Remaining(Map<String, Stock> stock, Map<String, Long> bought) {
        this.stock = new HashMap<>(stock);
        this.bought = new HashMap<>(bought);
    }

    Remaining copy() {
        return new Remaining(stock, bought);
    }

    /// Why the order cannot be had as a whole; empty where it can. Who comes too late hears that, limit or not.
    Optional<Reason> refusal(PlacedOrder order) {
        if (!order.lines().stream().allMatch(line -> isForSale(line, order.placedAt()))) {
            return Optional.of(Reason.NOT_FOR_SALE);
        }
        if (!order.lines().stream().allMatch(this::isInStock)) {
            return Optional.of(Reason.SOLD_OUT);
        }
        return isOverLimit(order) ? Optional.of(Reason.LIMIT_REACHED) : Optional.empty();
    }

    boolean isOverLimit(PlacedOrder order) {
        return new Fold(List.of(order)).counts().entrySet().stream().anyMatch(
                count -> bought.getOrDefault(count.getKey(), 0L) + count.getValue().units() > count.getValue().limit());
    }

    /// Takes what the fold takes.
    void take(Fold fold) {
        fold.moves().forEach((sku, move) -> stock.computeIfPresent(sku, (_, before) -> after(before, move)));
        fold.counts().forEach((counter, count) -> bought.merge(counter, count.units(), Long::sum));
    }

    /// Stock is believed as it is seen, so that units which come back are sold.
    void correct(Map<String, Stock> seen) {
        stock.putAll(seen);
    }

    /// Takes over what a refusal brought back. A count only grows: an order that was found over its limit stays so,
    /// whatever else is brought back.
    void correct(Refused refused) {
        correct(refused.stock());
        refused.bought().forEach((counter, had) -> bought.merge(counter, had, Math::max));
    }

    private boolean isForSale(OrderLine line, Instant placedAt) {
        Stock known = stock.get(line.sku());
        return known == null || known.forSale().covers(placedAt);
    }

    private boolean isInStock(OrderLine line) {
        Stock known = stock.get(line.sku());
        return known != null
                && known.available() >= line.quantity()
                && line.sale().stream().allMatch(sale -> sale.units() >= line.quantity()
                        && known.saleUnitsLeft().getOrDefault(sale.id(), sale.units()) >= line.quantity());
    }

    private static Stock after(Stock before, StockMove move) {
        Map<String, Long> left = new HashMap<>(before.saleUnitsLeft());
        move.sales().forEach((sale, in) -> left.put(sale, left.getOrDefault(sale, in.cap()) - in.units()));
        return new Stock(move.sku(), before.available() - move.units(), before.reserved() + move.units(), before.sold(),
                left, before.forSale());
    }
}
