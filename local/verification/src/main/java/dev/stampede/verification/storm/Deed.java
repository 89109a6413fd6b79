package dev.stampede.verification.storm;

/// One step that somebody tried, and how the last try ended.
///
/// @param key the idempotency key of a refund; empty for other steps
public record Deed(String orderId, Step step, String key, Outcome outcome, String answer) {

    public enum Outcome {
        DONE,
        /// The shop said that the order does not allow it.
        REFUSED,
        /// The shop never said whether it was done.
        UNANSWERED
    }
}
