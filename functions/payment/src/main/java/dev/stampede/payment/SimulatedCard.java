package dev.stampede.payment;

import dev.stampede.payment.PaymentGateway.Authorization;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Declined;
import dev.stampede.payment.PaymentGateway.Authorization.Unanswered;
import java.util.Arrays;

/// The simulator's script: what the provider decides about a card, and whether the shop gets an answer.
enum SimulatedCard {
    GOOD("tok_ok", new Authorized(), Answer.AT_ONCE),
    EMPTY("tok_declined", new Declined("card_declined"), Answer.AT_ONCE),
    /// Accepted by the provider: the fraud rules reject it, so that the outcome does not depend on which comes first.
    STOLEN("tok_fraud", new Authorized(), Answer.AT_ONCE),
    /// The money is held but the answer is lost. A request under another key would hold it twice.
    SILENT_ONCE("tok_timeout_then_ok", new Authorized(), Answer.LOST_THE_FIRST_TIME),
    SLOW("tok_slow_6s", new Authorized(), Answer.AFTER_SIX_SECONDS),
    /// Nothing is held.
    BROKEN("tok_error_500", new Unanswered("server error 500"), Answer.AT_ONCE),
    /// Any other token.
    UNKNOWN("", new Declined("unknown_token"), Answer.AT_ONCE);

    enum Answer {
        AT_ONCE,
        LOST_THE_FIRST_TIME,
        AFTER_SIX_SECONDS
    }

    private final String token;
    private final Authorization decision;
    private final Answer answer;

    SimulatedCard(String token, Authorization decision, Answer answer) {
        this.token = token;
        this.decision = decision;
        this.answer = answer;
    }

    static SimulatedCard of(String token) {
        return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst().orElse(UNKNOWN);
    }

    String token() {
        return token;
    }

    Authorization decision() {
        return decision;
    }

    Answer answer() {
        return answer;
    }
}
