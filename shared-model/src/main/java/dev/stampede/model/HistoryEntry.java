package dev.stampede.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// One change of an order, which is also one event: who or what did it, when and why.
///
/// @param version the order's version that the change made
/// @param status  where the order stood afterwards
/// @param by      a function such as `payment`, `customer`, or `staff:` and the member's address
/// @param note    what the person who did it wrote about it
/// @param refund  the money that the change gave back
public record HistoryEntry(
        EventType type,
        long version,
        OrderStatus status,
        Instant at,
        String by,
        Optional<Reason> reason,
        Optional<String> note,
        Optional<Refund> refund) {

    /// @param key the idempotency key of the request that asked for it
    public record Refund(Money amount, String key) {
        public Refund {
            Objects.requireNonNull(key, "key");
            if (amount.minorUnits() <= 0) {
                throw new IllegalArgumentException("a refund is above zero");
            }
        }
    }

    public static final int MAX_NOTE = 500;

    public HistoryEntry {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        if (note.filter(text -> text.codePointCount(0, text.length()) > MAX_NOTE).isPresent()) {
            throw new IllegalArgumentException("a note is at most " + MAX_NOTE + " characters");
        }
    }

    HistoryEntry withoutNote() {
        return new HistoryEntry(type, version, status, at, by, reason, Optional.empty(), refund);
    }
}
