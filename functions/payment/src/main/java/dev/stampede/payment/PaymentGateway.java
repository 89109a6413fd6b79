package dev.stampede.payment;

import dev.stampede.model.Money;

/// A payment provider. The order id is the idempotency key of what happens to an order once, the refund id that of a
/// refund: each operation has its effect once and then repeats its answer.
///
/// Without an answer the effect is unknown. The same operation is then requested again under the same key, never a
/// different one instead.
///
/// An adapter waits at most 8 s for an answer: one delivery makes up to three requests, and the function has 30 s.
public interface PaymentGateway {

    sealed interface Authorization {
        record Authorized() implements Authorization {}

        /// @param code the provider's decline code, such as `card_declined`
        record Declined(String code) implements Authorization {
            /// The answer to an authorisation that arrives after its void.
            public static final Declined VOIDED = new Declined("voided");
        }

        record Unanswered(String why) implements Authorization {}
    }

    enum Capture {
        CAPTURED,
        /// There is no authorisation to capture: none was made, it was declined, or it was voided.
        NOT_AUTHORIZED,
        UNANSWERED
    }

    enum Void {
        /// No money is held for the order, and none can be held later.
        VOIDED,
        /// Too late: the money was captured.
        ALREADY_CAPTURED,
        UNANSWERED
    }

    enum Refund {
        REFUNDED,
        /// Nothing was captured, or less than the sum of the refunds.
        NOT_COVERED,
        UNANSWERED
    }

    /// Holds the amount on the shopper's card.
    Authorization authorize(String orderId, Money amount, String token);

    /// Takes the amount that was authorised.
    Capture capture(String orderId);

    /// Releases the amount, and prevents a later authorisation.
    Void voidAuthorization(String orderId);

    /// Refunds a part of what was captured.
    ///
    /// @param refundId names the refund among all refunds of the order
    /// @param amount   above zero
    Refund refund(String orderId, String refundId, Money amount);

    /// Whether the provider answers a question that is about no card and no order, such as for the shop's own account:
    /// what tells an outage from orders whose cards are broken. Waits 2 s at most; an exception is a no.
    boolean isReachable();
}
