package dev.stampede.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who does something to an order, when, and what they say about it.
public record Actor(String by, Instant at, Optional<String> note) {

    /// One line, however it could be ended.
    private static final Pattern NOTE = Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}]*");

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
        return text.codePointCount(0, text.length()) <= HistoryEntry.MAX_NOTE && NOTE.matcher(text).matches();
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
