package dev.stampede.payment;

import dev.stampede.payment.PaymentGateway.Authorization;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Declined;
import java.util.Arrays;

/// The simulator's script: which token has which outcome. A token that is not here is declined as unknown.
enum SimulatedCard {
    OK("tok_ok", new Authorized()),
    DECLINED("tok_declined", new Declined("card_declined")),
    /// Good for the money: it is the fraud rules that turn it down, so the outcome does not hang on who is first.
    STOLEN("tok_fraud", new Authorized());

    private static final Authorization UNKNOWN = new Declined("unknown_token");

    private final String token;
    private final Authorization outcome;

    SimulatedCard(String token, Authorization outcome) {
        this.token = token;
        this.outcome = outcome;
    }

    static Authorization outcomeOf(String token) {
        return Arrays.stream(values())
                .filter(card -> card.token.equals(token))
                .map(card -> card.outcome)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
