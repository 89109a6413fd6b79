package dev.stampede.payment;

import dev.stampede.lambda.Log;
import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.OrderTransitions.Outcome.Moved;
import dev.stampede.model.OrderTransitions.Outcome.Refused;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Declined;
import dev.stampede.payment.PaymentGateway.Void;
import java.time.InstantSource;

/// Brings the money of one order to where its newest event wants it: held, taken, or let go.
///
/// The gateway is asked first and the order written second. Dying between the two is mended by the message's next
/// delivery, because the gateway then repeats its answer; the other order would record money that nobody holds.
public final class SettlePayment {

    private final PaymentGateway gateway;
    private final OrderTransitions orders;
    private final InstantSource clock;

    public SettlePayment(PaymentGateway gateway, OrderTransitions orders, InstantSource clock) {
        this.gateway = gateway;
        this.orders = orders;
        this.clock = clock;
    }

    public void on(OrderEvent event) {
        switch (event.type()) {
            case ORDER_CREATED -> authorize(event.order());
            case ORDER_CONFIRMED -> capture(event.order());
            case ORDER_CANCELLED, ORDER_EXPIRED -> release(event.order());
            case ORDER_REJECTED, ORDER_SHIPPED, ORDER_DELIVERED, ORDER_REFUNDED, RETURN_REQUESTED, ORDER_RETURNED,
                    PAYMENT_AUTHORIZED, PAYMENT_DECLINED, PAYMENT_CAPTURED, FRAUD_REVIEWED -> {}
        }
    }

    private void authorize(Order seen) {
        String orderId = seen.orderId();
        switch (gateway.authorize(orderId, seen.placed().totals().total(), seen.placed().paymentToken())) {
            case Authorized _ -> {
                switch (orders.move(seen, order -> order.paymentAuthorized(clock.instant()))) {
                    case Moved _ -> log("payment authorized", seen);
                    case Refused(Order current) when current.status().isTerminal() -> release(current);
                    // Delivered again: the authorisation is recorded, or was captured since.
                    case Refused _ -> {}
                }
            }
            case Declined(String code) -> {
                orders.move(seen, order -> order.paymentDeclined(clock.instant()));
                Log.info("payment declined",
                        "orderId", orderId, "traceparent", seen.placed().traceparent(), "code", code);
            }
        }
    }

    private void capture(Order seen) {
        switch (gateway.capture(seen.orderId())) {
            case CAPTURED -> {
                orders.move(seen, order -> order.paymentCaptured(clock.instant()));
                log("payment captured", seen);
            }
            case NOT_AUTHORIZED ->
                throw new IllegalStateException("order " + seen.orderId() + " is confirmed and nothing is authorized");
        }
    }

    private void release(Order ended) {
        switch (ended.payment()) {
            case PENDING, AUTHORIZED -> {
                if (gateway.voidAuthorization(ended.orderId()) == Void.ALREADY_CAPTURED) {
                    throw new IllegalStateException(
                            "order " + ended.orderId() + " has ended and its payment is captured");
                }
                orders.move(ended, Order::paymentVoided);
                log("payment voided", ended);
            }
            // Nothing is held; what was captured is given back by a refund, never by a void.
            case DECLINED, VOIDED, CAPTURED -> {}
        }
    }

    private static void log(String message, Order order) {
        Log.info(message, "orderId", order.orderId(), "traceparent", order.placed().traceparent());
    }
}
