package dev.stampede.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can speak against buying some units of a product, in the sequence in which a shopper is told: first what
/// nothing helps against, then what an address or fewer units help against, and last what only has to be confirmed.
public enum Obstacle {
    /// It is not in the catalogue.
    NOT_FOR_SALE,
    /// It waits for a sale.
    NOT_STARTED,
    SOLD_OUT,
    /// It is limited per customer, and there is no address to count by.
    ADDRESS_REQUIRED,
    /// More than one customer may have.
    LIMIT_REACHED,
    /// There are some, but not as many.
    NOT_ENOUGH,
    PRICE_CHANGED;

    /// @param shownPrice what the shopper was shown, where that is known
    /// @param hasAddress whether the shopper can be counted. A customer id is whatever a client makes up; an address
    ///                   can be made up too, but costs something and is counted in all of its spellings
    public record Wish(int quantity, Optional<Money> shownPrice, boolean hasAddress) {}

    /// All that speaks against it at a moment.
    ///
    /// @param offer empty where the product is not in the catalogue
    public static List<Obstacle> of(Wish wish, Optional<Offer> offer, Instant now) {
        return offer.map(it -> Arrays.stream(values()).filter(each -> each.concerns(wish, it, now)).toList())
                .orElse(List.of(NOT_FOR_SALE));
    }

    private boolean concerns(Wish wish, Offer offer, Instant now) {
        Optional<Integer> limit = offer.orderLine(wish.quantity(), now).limitPerCustomer();
        return switch (this) {
            case NOT_FOR_SALE -> false;
            case NOT_STARTED -> offer.product().upcomingSale(now).isPresent();
            case SOLD_OUT -> offer.units(now) == 0;
            case ADDRESS_REQUIRED -> limit.isPresent() && !wish.hasAddress();
            case LIMIT_REACHED -> limit.filter(most -> wish.quantity() > most).isPresent();
            case NOT_ENOUGH -> offer.units(now) < wish.quantity();
            case PRICE_CHANGED -> wish.shownPrice().filter(shown -> !shown.equals(offer.price(now))).isPresent();
        };
    }
}
