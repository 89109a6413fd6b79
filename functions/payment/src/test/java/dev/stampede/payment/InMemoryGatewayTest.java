package dev.stampede.payment;

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
}
