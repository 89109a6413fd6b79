package dev.stampede.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Who does something to an order, when, and what they say about it.
public record Actor(String by, Instant at, Optional<String> note) {

    public Actor {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        if (note.filter(text -> !isNote(text)).isPresent()) {
            throw new IllegalArgumentException("not a note");
        }
    }

    /// Whether a text may be kept as a note: not long, and without the control characters that every log, mail and page
    /// that shows it would have to be guarded against.
    public static boolean isNote(String text) {
        return text.length() <= HistoryEntry.MAX_NOTE && text.chars().noneMatch(Character::isISOControl);
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
