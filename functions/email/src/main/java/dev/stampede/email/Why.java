package dev.stampede.email;

import dev.stampede.model.Reason;

/// Why something happened, in a sentence that its reader can act on. What becomes of the money is said by
/// [Settlement].
final class Why {

    private Why() {}

    static String of(Reason reason) {
        return switch (reason) {
            case SOLD_OUT -> "Others were in line before you and took the last units. "
                    + "Have a look at what is left; when units come back, they are for sale in the shop again.";
            case NOT_FOR_SALE -> "Something in it had been taken out of the shop a moment before you ordered. We are sorry. "
                    + "You are welcome to order again what else was in it, and to have a look at what there is.";
            case LIMIT_REACHED -> "With your other orders you have as many as one customer may have. "
                    + "When you cancel one of them, you can order again.";
            case PAYMENT_DECLINED -> "Your card was declined, so we could not complete the order. "
                    + "You are welcome to order again with another card while stock lasts.";
            case PAYMENT_UNAVAILABLE -> "We could not reach the payment service, so we could not complete the order. "
                    + "There is nothing wrong with your card: please order again in a few minutes.";
            case FRAUD_REJECTED -> "Our automatic checks could not verify this order, so we did not accept it. "
                    + "If you think this is a mistake, please answer this mail.";
            case PAYMENT_TIMED_OUT -> "Your reservation ran out before the payment came through. "
                    + "You are welcome to order again while stock lasts.";
            case REVIEW_TIMED_OUT -> "We had to look at this order ourselves and did not manage to in time. "
                    + "We are sorry. You are welcome to order again while stock lasts, or to answer this mail.";
            case CANCELLED_BY_CUSTOMER -> "You asked us to cancel it. "
                    + "If that was not you, please answer this mail.";
            case CANCELLED_BY_STAFF -> "We had to cancel it ourselves, and we are sorry. "
                    + "If you have a question about it, please answer this mail.";
            case RESTOCKED, WRITTEN_OFF -> "What you sent back has arrived. "
                    + "If you have a question about it, please answer this mail.";
        };
    }
}
