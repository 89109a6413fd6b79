package dev.stampede.verification.storm;

import java.util.List;
import java.util.Objects;

/// One order that somebody tries to place, under one idempotency key.
///
/// @param otherLines what the same key is used for a second time, where `repeat` says so; otherwise empty
/// @param fate       what is done to the order once it is recorded, in this order
public record Purchase(
        String key, String email, List<Line> lines, List<Line> otherLines, String token, Repeat repeat, List<Step> fate) {

    public record Line(String sku, int quantity) {}

    /// Which of the two bodies under the key.
    public enum Body {
        OWN,
        OTHER
    }

    /// How often it is sent, beside the retries of what was not answered.
    public enum Repeat {
        ONCE,
        /// The same again, after the answer.
        AGAIN,
        /// The same three times at once.
        AT_ONCE,
        /// Another body under the key, after the answer.
        OTHER_BODY,
        /// Another body under the key, at the same time.
        RACING_BODY;

        boolean hasOtherBody() {
            return this == OTHER_BODY || this == RACING_BODY;
        }
    }

    public Purchase {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(repeat, "repeat");
        lines = List.copyOf(lines);
        otherLines = List.copyOf(otherLines);
        fate = List.copyOf(fate);
        if (otherLines.isEmpty() == repeat.hasOtherBody()) {
            throw new IllegalArgumentException("another body is there where it is sent, and only there");
        }
    }

    public List<Line> lines(Body body) {
        return switch (body) {
            case OWN -> lines;
            case OTHER -> otherLines;
        };
    }
}
