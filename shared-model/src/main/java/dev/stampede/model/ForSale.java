package dev.stampede.model;

import java.time.Instant;
import java.util.Objects;

/// When a product is, or was, for sale. Only an order that was placed then is of that product: one of its id that was
/// deleted before, or is made anew after it, is another.
///
/// @param since its creation; [Instant#EPOCH] where nobody noted it
/// @param until its deletion; [#OPEN] before
public record ForSale(Instant since, Instant until) {

    public static final Instant OPEN = Instant.ofEpochMilli(Long.MAX_VALUE);
    public static final ForSale ALWAYS = new ForSale(Instant.EPOCH, OPEN);

    public ForSale {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }

    public static ForSale since(Instant creation) {
        return new ForSale(creation, OPEN);
    }

    public boolean covers(Instant placedAt) {
        return !placedAt.isBefore(since) && placedAt.isBefore(until);
    }
}
