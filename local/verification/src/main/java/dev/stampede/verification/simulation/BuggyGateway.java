package dev.stampede.verification.simulation;

import dev.stampede.model.Money;
import dev.stampede.payment.PaymentGateway;

/// Asks the provider in ways in which no provider may be asked, or takes silence for an answer.
final class BuggyGateway implements PaymentGateway {

    private final PaymentGateway gateway;
    private final PlantedBug bug;
    private int refunds;

    BuggyGateway(PaymentGateway gateway, PlantedBug bug) {
        this.gateway = gateway;
        this.bug = bug;
    }

    @Override
    public Authorization authorize(String orderId, Money amount, String token) {
        Authorization answer = gateway.authorize(orderId, amount, token);
        if (!(answer instanceof Authorization.Unanswered)) {
            return answer;
        }
        return switch (bug) {
            case CHARGED_AGAIN_UNDER_NEW_KEY -> gateway.authorize(orderId + "-again", amount, token);
            case UNKNOWN_TAKEN_FOR_DECLINED -> new Authorization.Declined("timeout");
            default -> answer;
        };
    }

    @Override
    public Capture capture(String orderId) {
        return gateway.capture(orderId);
    }

    @Override
    public Void voidAuthorization(String orderId) {
        return gateway.voidAuthorization(orderId);
    }

    @Override
    public boolean isReachable() {
        return gateway.isReachable();
    }

    @Override
    public Refund refund(String orderId, String refundId, Money amount) {
        return gateway.refund(
                orderId, bug == PlantedBug.REFUND_UNDER_NEW_KEY ? refundId + "/" + ++refunds : refundId, amount);
    }
}
