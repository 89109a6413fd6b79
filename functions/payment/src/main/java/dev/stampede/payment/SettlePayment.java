package dev.stampede.payment;

import dev.stampede.lambda.Log;
import dev.stampede.lambda.NotYet;
import dev.stampede.model.Actor;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.OrderTransitions.Outcome.Moved;
import dev.stampede.model.OrderTransitions.Outcome.Refused;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.Reason;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.payment.PaymentGateway.Authorization;
import dev.stampede.payment.PaymentGateway.Authorization.Authorized;
import dev.stampede.payment.PaymentGateway.Authorization.Declined;
import dev.stampede.payment.PaymentGateway.Authorization.Unanswered;
import java.time.InstantSource;
import java.util.Optional;

/// Moves the money of one order to where the order wants it: authorised, captured, voided or refunded.
///
/// The gateway is called first and the order written second. A crash between the two is repaired by the next delivery,
/// because the gateway repeats its answer; the other sequence would record money that nobody holds.
///
/// An event may be late, repeated or early: it is only a hint. What it says of the order was true once; if the order
/// has moved on, the refused write returns the current order.
public final class SettlePayment {

    /// The delivery from which on an unanswered authorisation is given up. It is the last but one that the queue makes,
    /// so that the last one can finish what this one began; a test ties it to the queue's `maxReceiveCount`.
    static final int GIVE_UP_FROM = 4;

    private final PaymentGateway gateway;
    private final Refunds refunds;
    private final OrderTransitions orders;
    private final Holds holds;
    private final InstantSource clock;

    public SettlePayment(PaymentGateway gateway, OrderTransitions orders, Holds holds, InstantSource clock) {
        this.gateway = gateway;
        this.refunds = new Refunds(gateway);
        this.orders = orders;
        this.holds = holds;
        this.clock = clock;
    }

    /// @param delivery which delivery of the message this is, from 1
    /// @throws IllegalStateException if the message must be delivered again
    /// @throws NotYet                if the circuit is open: nothing was requested, and the order is not at fault
    public void on(OrderEvent event, int delivery) {
        switch (event.type()) {
            case ORDER_CREATED -> authorize(event.order(), delivery);
            case ORDER_CONFIRMED -> capture(event.order());
            case ORDER_CANCELLED, ORDER_EXPIRED -> release(event.order());
            case ORDER_REFUNDED -> giveBack(event);
            case ORDER_REJECTED, ORDER_SHIPPED, ORDER_DELIVERED, RETURN_REQUESTED, ORDER_RETURNED, PAYMENT_AUTHORIZED,
                    PAYMENT_DECLINED, PAYMENT_CAPTURED, FRAUD_REVIEWED -> {}
        }
    }

    private void authorize(Order seen, int delivery) {
        if (seen.payment() != PaymentStatus.PENDING) {
            return;
        }
        switch (ask(seen)) {
            case Authorized _ -> {
                switch (orders.move(seen, order -> authorized(order))) {
                    case Moved _ -> log("payment authorized", seen);
                    case Refused(Order current) when current.status().isFailed() -> release(current);
                    // Delivered again: the authorisation is recorded, or was captured since.
                    case Refused _ -> {}
                }
            }
            // Voided although the order has not ended: another delivery gave up and did not get to record it.
            case Declined(String code) when code.equals(Declined.VOIDED.code()) -> fail(seen,
                    Reason.PAYMENT_UNAVAILABLE, code);
            case Declined(String code) -> fail(seen, Reason.PAYMENT_DECLINED, code);
            case Unanswered(String why) when delivery < GIVE_UP_FROM -> {
                // A card that gives no answer keeps units from other buyers, so its hold is shorter.
                orders.move(seen, order -> order.paymentUnanswered(clock.instant().plus(holds.unanswered())));
                throw unanswered("authorize", seen, why);
            }
            case Unanswered(String why) -> giveUp(seen, why);
        }
    }

    /// Requests a second time if no answer came: mostly only the answer was lost.
    private Authorization ask(Order seen) {
        Money total = seen.placed().totals().total();
        Authorization answer = gateway.authorize(seen.orderId(), total, seen.placed().paymentToken());
        return answer instanceof Unanswered
                ? gateway.authorize(seen.orderId(), total, seen.placed().paymentToken())
                : answer;
    }

    private Optional<Order> authorized(Order order) {
        return order.paymentAuthorized(clock.instant(), holds.answered());
    }

    /// The money may be held without our knowledge. Only after a successful void is the order unpaid for certain.
    private void giveUp(Order seen, String why) {
        switch (gateway.voidAuthorization(seen.orderId())) {
            case VOIDED -> fail(seen, Reason.PAYMENT_UNAVAILABLE, why);
            // Another delivery was answered and the order is confirmed: nothing is left to do.
            case ALREADY_CAPTURED -> {}
            case UNANSWERED -> throw unanswered("void", seen, why);
        }
    }

    /// Ends an order for which no money is held and none can be. An authorisation that another delivery recorded
    /// between our void and this write is as void as any.
    private void fail(Order seen, Reason reason, String code) {
        orders.move(seen, order -> order.payment() == PaymentStatus.AUTHORIZED
                ? order.cancelled(reason, Actor.function("payment", clock.instant()))
                : order.paymentDeclined(reason, clock.instant()));
        Log.info("payment failed", "orderId", seen.orderId(), "traceparent", seen.placed().traceparent(),
                "reason", reason.name(), "code", code);
    }

    private void capture(Order seen) {
        if (seen.payment() != PaymentStatus.AUTHORIZED) {
            return;
        }
        switch (gateway.capture(seen.orderId())) {
            case CAPTURED -> {
                switch (orders.move(seen, order -> order.paymentCaptured(clock.instant()))) {
                    case Moved _ -> log("payment captured", seen);
                    // Cancelled while the money was captured.
                    case Refused(Order current) when current.status().isFailed() -> release(current);
                    case Refused _ -> {}
                }
            }
            case NOT_AUTHORIZED -> {
                // Writes nothing new: it checks that the order has not changed.
                if (orders.move(seen, SettlePayment::awaitingCapture) instanceof Moved) {
                    throw new IllegalStateException(
                            "order " + seen.orderId() + " is confirmed and nothing is authorized");
                }
            }
            case UNANSWERED -> throw unanswered("capture", seen, "no answer");
        }
    }

    private static Optional<Order> awaitingCapture(Order order) {
        return Optional.of(order)
                .filter(it -> it.status() == OrderStatus.CONFIRMED && it.payment() == PaymentStatus.AUTHORIZED);
    }

    private void release(Order ended) {
        switch (ended.payment()) {
            case PENDING, AUTHORIZED, CAPTURED -> {
                switch (gateway.voidAuthorization(ended.orderId())) {
                    case VOIDED -> {
                        orders.move(ended, Order::paymentVoided);
                        log("payment voided", ended);
                    }
                    case ALREADY_CAPTURED -> {
                        refunds.makeAll(ended);
                        orders.move(ended, Order::paymentRefunded);
                        log("payment refunded", ended);
                    }
                    case UNANSWERED -> throw unanswered("void", ended, "no answer");
                }
            }
            case DECLINED, VOIDED, REFUNDED -> {}
        }
    }

    /// Each refund is made by its own event. The event of the last one also makes the others that are missing: once the
    /// payment has ended they are not republished.
    private void giveBack(OrderEvent event) {
        Order seen = event.order();
        if (event.entry().status() == OrderStatus.REFUNDED) {
            refunds.make(seen);
            orders.move(seen, Order::paymentRefunded);
        } else {
            refunds.make(seen, event.entry());
        }
        log("refunds made", seen);
    }

    private static IllegalStateException unanswered(String operation, Order order, String why) {
        return new IllegalStateException(operation + " of order " + order.orderId() + " is unanswered: " + why);
    }

    private static void log(String message, Order order) {
        Log.info(message, "orderId", order.orderId(), "traceparent", order.placed().traceparent());
    }
}
