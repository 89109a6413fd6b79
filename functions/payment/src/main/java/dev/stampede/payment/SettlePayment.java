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

/// Brings the money of one order to where the order wants it: held, taken, let go, or given back.
///
/// The gateway is asked first and the order written second. Dying between the two is mended by the message's next
/// delivery, because the gateway then repeats its answer; the other order would record money that nobody holds.
///
/// An event may be late, a repeat, or before its time: it is a hint. What it says of the order was true once, and where
/// the order has moved on since, the refused write brings it as it stands.
public final class SettlePayment {

    /// From which delivery on an authorisation that stays unanswered is given up. The queue delivers five times: the
    /// last one is left to end what the fourth began.
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
    /// @throws IllegalStateException where the message has to come again
    /// @throws NotYet                where the provider is left alone: nobody was asked, and it is no fault of the
    /// order's
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
            // Voided though the order has not ended: another delivery gave up and did not come to record it.
            case Declined(String code) when code.equals(Declined.VOIDED.code()) -> fail(seen,
                    Reason.PAYMENT_UNAVAILABLE, code);
            case Declined(String code) -> fail(seen, Reason.PAYMENT_DECLINED, code);
            case Unanswered(String why) when delivery < GIVE_UP_FROM -> {
                // A card that gives no answer keeps units from others, so it keeps them for less.
                orders.move(seen, order -> order.paymentUnanswered(clock.instant().plus(holds.unanswered())));
                throw unanswered("authorize", seen, why);
            }
            case Unanswered(String why) -> giveUp(seen, why);
        }
    }

    /// Asks a second time where no answer came: most often it was only the answer that got lost.
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

    /// The money may be held without our knowing. Only what is surely let go of may be called unpaid.
    private void giveUp(Order seen, String why) {
        switch (gateway.voidAuthorization(seen.orderId())) {
            case VOIDED -> fail(seen, Reason.PAYMENT_UNAVAILABLE, why);
            // Another delivery was answered and its order is confirmed: there is nothing left to do here.
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
                    // Cancelled while the money was taken.
                    case Refused(Order current) when current.status().isFailed() -> release(current);
                    case Refused _ -> {}
                }
            }
            case NOT_AUTHORIZED -> {
                // Writes nothing new: it finds out whether the order still stands as it was seen.
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

    /// Each refund has an event of its own, which makes it. The one that gives back the last of the money makes sure of
    /// the others: once the payment has ended nobody says them again.
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
