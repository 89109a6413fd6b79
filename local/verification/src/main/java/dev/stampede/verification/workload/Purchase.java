package dev.stampede.verification.workload;

import java.util.List;
import java.util.Objects;

/// One attempt to place an order under one idempotency key.
///
/// @param otherLines the second body sent under the same key if `repeat` has one; otherwise empty
/// @param followUps  the actions taken on the order once it is recorded, in sequence
public record Purchase(
        String key, String email, List<Line> lines, List<Line> otherLines, String token, Repeat repeat, List<OrderAction> followUps) {

    public record Line(String sku, int quantity) {}

    /// Which of the two bodies sent under the key.
    public enum Body {
        OWN,
        OTHER
    }

    /// How often it is sent, apart from retries of unanswered requests.
    public enum Repeat {
        ONCE,
        /// The same body again, after the answer.
        AGAIN,
        /// The same body three times at once.
        AT_ONCE,
        /// A different body under the key, after the answer.
        OTHER_BODY,
        /// A different body under the key, at the same time.
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
        followUps = List.copyOf(followUps);
        if (otherLines.isEmpty() == repeat.hasOtherBody()) {
            throw new IllegalArgumentException("otherLines must be set exactly when the repeat sends another body");
        }
    }

    public List<Line> lines(Body body) {
        return switch (body) {
            case OWN -> lines;
            case OTHER -> otherLines;
        };
    }
}
