package dev.stampede.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Who does something to an order, when, and what they say about it.
public record Actor(String by, Instant at, Optional<String> note) {

    public Actor {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }

    /// A function of the shop.
    public static Actor function(String name, Instant at) {
        return new Actor(name, at, Optional.empty());
    }

    public static Actor customer(Instant at, Optional<String> note) {
        return new Actor("customer", at, note);
    }

    /// @param member the staff member's verified address
    public static Actor staff(String member, Instant at, Optional<String> note) {
        return new Actor("staff:" + member, at, note);
    }
}
