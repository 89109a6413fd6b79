package dev.stampede.payment;

import dev.stampede.model.Money;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Declined;
import dev.stampede.payment.PaymentGateway.Authorization.Unanswered;
import java.util.HashMap;
import java.util.Map;

/// The provider's books in memory, under the script of [SimulatedCard]. Slow cards are quick here.
final class InMemoryGateway implements PaymentGateway {

    private static final class Payment {
        private Authorization decision;
        private Money amount = Money.ofMinor(0);
        private int captures;
        private final Map<String, Money> refunds = new HashMap<>();

        private Payment(Authorization decision) {
            this.decision = decision;
        }

        private Money refunded() {
            return refunds.values().stream().reduce(Money.ofMinor(0), Money::plus);
        }
    }

    private static final Payment NONE = new Payment(new Unanswered("nobody asked"));

    private final Map<String, Payment> payments = new HashMap<>();

    @Override
    public synchronized Authorization authorize(String orderId, Money amount, String token) {
        SimulatedCard card = SimulatedCard.of(token);
        if (card.decision() instanceof Unanswered broken) {
            return broken;
        }
        if (payments.containsKey(orderId)) {
            return payment(orderId).decision;
        }
        Payment payment = new Payment(card.decision());
        payment.amount = amount;
        payments.put(orderId, payment);
        return card.answer() == SimulatedCard.Answer.LOST_THE_FIRST_TIME ? new Unanswered("timeout") : card.decision();
    }

    @Override
    public synchronized Capture capture(String orderId) {
        Payment payment = payment(orderId);
        if (!(payment.decision instanceof Authorized)) {
            return Capture.NOT_AUTHORIZED;
        }
        if (payment.captures == 0) {
            payment.captures++;
        }
        return Capture.CAPTURED;
    }

    @Override
    public synchronized Void voidAuthorization(String orderId) {
        Payment payment = payments.computeIfAbsent(orderId, _ -> new Payment(Declined.VOIDED));
        if (payment.captures > 0) {
            return Void.ALREADY_CAPTURED;
        }
        if (payment.decision instanceof Authorized) {
            payment.decision = Declined.VOIDED;
        }
        return Void.VOIDED;
    }

    @Override
    public synchronized Refund refund(String orderId, String refundId, Money amount) {
        Payment payment = payment(orderId);
        if (payment.refunds.containsKey(refundId)) {
            return Refund.REFUNDED;
        }
        if (payment.captures == 0 || payment.refunded().plus(amount).compareTo(payment.amount) > 0) {
            return Refund.NOT_COVERED;
        }
        payment.refunds.put(refundId, amount);
        return Refund.REFUNDED;
    }

    @Override
    public boolean isReachable() {
        return true;
    }

    synchronized int captures(String orderId) {
        return payment(orderId).captures;
    }

    synchronized Money refunded(String orderId) {
        return payment(orderId).refunded();
    }

    synchronized Map<String, Money> refunds(String orderId) {
        return Map.copyOf(payment(orderId).refunds);
    }

    /// What the shop has of the shopper's money.
    synchronized Money kept(String orderId) {
        Payment payment = payment(orderId);
        return payment.amount.times(payment.captures).minus(payment.refunded());
    }

    synchronized boolean holdsMoney(String orderId) {
        return payment(orderId).decision instanceof Authorized && payment(orderId).captures == 0;
    }

    private Payment payment(String orderId) {
        return payments.getOrDefault(orderId, NONE);
    }
}
