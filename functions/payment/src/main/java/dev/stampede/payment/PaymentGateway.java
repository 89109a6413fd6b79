package dev.stampede.payment;

import dev.stampede.model.Money;

/// A payment provider. The order id is the idempotency key: each operation has its effect once and then repeats its
/// answer.
public interface PaymentGateway {

    sealed interface Authorization {
        record Authorized() implements Authorization {}

        /// @param code the provider's decline code, such as `card_declined`
        record Declined(String code) implements Authorization {}
    }

    enum Capture {
        CAPTURED,
        /// There is no authorisation to capture: none was made, it was declined, or it was voided.
        NOT_AUTHORIZED
    }

    enum Void {
        /// No money is held for the order, and none can be held any more.
        VOIDED,
        /// Too late: the money was taken.
        ALREADY_CAPTURED
    }

    /// Holds the amount on the shopper's card. After a void it declines.
    Authorization authorize(String orderId, Money amount, String token);

    /// Takes the amount that was authorised.
    Capture capture(String orderId);

    /// Lets go of the amount, and bars the order from being authorised later.
    Void voidAuthorization(String orderId);
}
