package dev.stampede.payment;

import dev.stampede.model.Money;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Declined;
import java.util.HashMap;
import java.util.Map;

final class InMemoryGateway implements PaymentGateway {

    private final Map<String, Authorization> answers = new HashMap<>();
    private final Map<String, Integer> captures = new HashMap<>();

    @Override
    public Authorization authorize(String orderId, Money amount, String token) {
        return answers.computeIfAbsent(orderId, _ -> SimulatedCard.outcomeOf(token));
    }

    @Override
    public Capture capture(String orderId) {
        if (!(answers.get(orderId) instanceof Authorized)) {
            return Capture.NOT_AUTHORIZED;
        }
        if (captures(orderId) == 0) {
            captures.merge(orderId, 1, Integer::sum);
        }
        return Capture.CAPTURED;
    }

    @Override
    public Void voidAuthorization(String orderId) {
        if (captures(orderId) > 0) {
            return Void.ALREADY_CAPTURED;
        }
        answers.compute(orderId, (_, answer) -> answer instanceof Declined ? answer : new Declined("voided"));
        return Void.VOIDED;
    }

    int captures(String orderId) {
        return captures.getOrDefault(orderId, 0);
    }

    boolean holdsOrTookMoney(String orderId) {
        return answers.get(orderId) instanceof Authorized;
    }
}
