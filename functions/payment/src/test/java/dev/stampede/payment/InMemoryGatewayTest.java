package dev.stampede.payment;

import dev.stampede.model.Money;

final class InMemoryGatewayTest implements PaymentGatewayContract {

    private final InMemoryGateway gateway = new InMemoryGateway();

    @Override
    public PaymentGateway gateway() {
        return gateway;
    }

    @Override
    public int captures(String orderId) {
        return gateway.captures(orderId);
    }

    @Override
    public Money refunded(String orderId) {
        return gateway.refunded(orderId);
    }
}
