package dev.stampede.fraud;

import dev.stampede.model.Money;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/// One small rule: a name that is recorded on the order, and the points it adds to the score (0 where it does not
/// apply). No rule but the last rejects an order by itself.
public record FraudRule(String name, ToIntFunction<Evidence> points) {

    private static final Money HIGH_AMOUNT = Money.ofMinor(10_000_00);
    private static final Money EXTREME_AMOUNT = Money.ofMinor(50_000_00);
    private static final Set<String> DISPOSABLE_DOMAINS = Set.of(
            "10minutemail.com", "discard.email", "dispostable.com", "guerrillamail.com", "mailinator.com",
            "maildrop.cc", "sharklasers.com", "temp-mail.org", "throwawaymail.com", "trashmail.com", "yopmail.com");

    public static List<FraudRule> all() {
        return List.of(
                new FraudRule("high-amount", FraudRule::highAmount),
                new FraudRule("bulk-quantity", FraudRule::bulkQuantity),
                new FraudRule("velocity", FraudRule::velocity),
                new FraudRule("disposable-address", FraudRule::disposableAddress),
                new FraudRule("no-address", FraudRule::noAddress),
                new FraudRule("stolen-card", FraudRule::stolenCard));
    }

    private static int highAmount(Evidence evidence) {
        Money total = evidence.order().totals().total();
        if (total.compareTo(EXTREME_AMOUNT) > 0) {
            return 60;
        }
        return total.compareTo(HIGH_AMOUNT) > 0 ? 30 : 0;
    }

    /// A flash sale sells single pieces; a resale ring buys by the box.
    private static int bulkQuantity(Evidence evidence) {
        return evidence.order().itemCount() > 20 ? 25 : 0;
    }

    private static int velocity(Evidence evidence) {
        if (evidence.ordersThisHour() > 50) {
            return 60;
        }
        return evidence.ordersThisHour() > 10 ? 30 : 0;
    }

    private static int disposableAddress(Evidence evidence) {
        boolean disposable = evidence.order().customer().email()
                .map(email -> email.substring(email.lastIndexOf('@') + 1))
                .filter(DISPOSABLE_DOMAINS::contains)
                .isPresent();
        return disposable ? 40 : 0;
    }

    private static int noAddress(Evidence evidence) {
        return evidence.order().customer().email().isEmpty() ? 10 : 0;
    }

    /// The payment provider's test token for a card that was reported stolen.
    private static int stolenCard(Evidence evidence) {
        return evidence.order().paymentToken().equals("tok_fraud") ? 100 : 0;
    }
}
