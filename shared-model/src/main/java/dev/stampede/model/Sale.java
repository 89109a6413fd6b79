package dev.stampede.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A timed sale of one product: before it starts the product cannot be ordered, while it runs the product has its
/// price, and after it the product's own.
///
/// @param id               names the sale among all sales of the product; purchase limits and sale units count by it
/// @param startsAt         the first moment of it
/// @param endsAt           the first moment after it
/// @param units            how many may be sold in it, however many are in stock
/// @param limitPerCustomer units that one customer may have of it
public record Sale(
        String id, Instant startsAt, Instant endsAt, Money price, long units, Optional<Integer> limitPerCustomer) {

    public enum Phase {
        UPCOMING, RUNNING, OVER
    }

    public Sale {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(price, "price");
        if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("a sale's id is 1 to 64 letters, digits, dots, hyphens or underscores");
        }
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("a sale ends after it starts");
        }
        if (price.minorUnits() <= 0 || units < 1) {
            throw new IllegalArgumentException("a sale has a positive price and at least one unit");
        }
        if (limitPerCustomer.filter(limit -> limit < 1).isPresent()) {
            throw new IllegalArgumentException("a limit per customer is at least 1");
        }
    }

    public Phase phaseAt(Instant now) {
        if (now.isBefore(startsAt)) {
            return Phase.UPCOMING;
        }
        return now.isBefore(endsAt) ? Phase.RUNNING : Phase.OVER;
    }
}
