package dev.stampede.verification.workload;

/// One action attempted on an order, and how its last attempt ended.
///
/// @param key the idempotency key of a refund; empty for other actions
public record ActionResult(String orderId, OrderAction action, String key, Outcome outcome, String answer) {

    public enum Outcome {
        DONE,
        /// The shop answered that the order's state does not allow it.
        REFUSED,
        /// No attempt got a definite answer.
        UNANSWERED
    }
}
