package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.Reason;
import dev.stampede.model.event.EventType;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// The numbers are those of the package's requirements.
final class SettlePaymentTest {

    private final Order created = Sample.order("tok_ok");
    private final String orderId = created.orderId();
    private final InMemoryOrders orders = new InMemoryOrders(created);
    private final InMemoryGateway gateway = new InMemoryGateway();
    private final SettlePayment settlePayment = settlePayment(orders);

    @Test
    void holdsTheTotalOfANewOrder_2() {
        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created));

        assertThat(order().payment()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(order().status()).isEqualTo(OrderStatus.RESERVED);
        assertThat(gateway.captures(orderId)).isZero();
    }

    @Test
    void confirmsTheOrderWhenFraudHadApprovedIt_2() {
        orders.move(created, order -> order.fraudDecided(Sample.APPROVED, Sample.NOW));

        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created));

        assertThat(order().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order().history()).extracting(entry -> entry.type()).containsExactly(
                EventType.ORDER_CREATED,
                EventType.FRAUD_REVIEWED,
                EventType.PAYMENT_AUTHORIZED,
                EventType.ORDER_CONFIRMED);
    }

    @Test
    void takesTheMoneyOfAConfirmedOrderOnce_5() {
        confirm();

        settlePayment.on(Sample.event(EventType.ORDER_CONFIRMED, order()));
        settlePayment.on(Sample.event(EventType.ORDER_CONFIRMED, order()));

        assertThat(gateway.captures(orderId)).isEqualTo(1);
        assertThat(order().payment()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void cancelsAnOrderWhoseCardIsDeclined_2() {
        Order declined = Sample.order("tok_declined");
        InMemoryOrders recorded = new InMemoryOrders(declined);

        settlePayment(recorded).on(Sample.event(EventType.ORDER_CREATED, declined));

        assertThat(recorded.get(orderId).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(recorded.get(orderId).reason()).contains(Reason.PAYMENT_DECLINED);
        assertThat(recorded.get(orderId).payment()).isEqualTo(PaymentStatus.DECLINED);
    }

    @Test
    void letsGoOfMoneyHeldForAnOrderThatEndedMeanwhile_3() {
        orders.move(created, order -> order.fraudDecided(Sample.REJECTED, Sample.NOW));

        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created));

        assertThat(gateway.holdsOrTookMoney(orderId)).isFalse();
        assertThat(order().payment()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void neverHoldsMoneyForAnOrderVoidedBefore_4() {
        orders.move(created, order -> order.fraudDecided(Sample.REJECTED, Sample.NOW));
        settlePayment.on(Sample.event(EventType.ORDER_CANCELLED, order()));

        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created));

        assertThat(gateway.holdsOrTookMoney(orderId)).isFalse();
        assertThat(order().payment()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(order().reason()).contains(Reason.FRAUD_REJECTED);
    }

    @Test
    void leavesACapturedPaymentAloneWhenTheFirstEventComesAgain_1() {
        confirm();
        settlePayment.on(Sample.event(EventType.ORDER_CONFIRMED, order()));
        Order captured = order();

        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created));

        assertThat(order()).isEqualTo(captured);
        assertThat(gateway.captures(orderId)).isEqualTo(1);
    }

    @Test
    void handsBackAConfirmationForWhichNothingIsAuthorized_6() {
        confirm();
        SettlePayment withEmptyLedger =
                new SettlePayment(new InMemoryGateway(), orders, InstantSource.fixed(Sample.NOW));

        assertThatThrownBy(() -> withEmptyLedger.on(Sample.event(EventType.ORDER_CONFIRMED, order())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(orderId);
    }

    @Test
    void ignoresWhatIsNoneOfItsBusiness() {
        orders.move(created, order -> order.fraudDecided(Sample.APPROVED, Sample.NOW));

        settlePayment.on(Sample.event(EventType.FRAUD_REVIEWED, order()));

        assertThat(gateway.holdsOrTookMoney(orderId)).isFalse();
        assertThat(order().payment()).isEqualTo(PaymentStatus.PENDING);
    }

    private void confirm() {
        orders.move(created, order -> order.fraudDecided(Sample.APPROVED, Sample.NOW));
        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created));
    }

    private Order order() {
        return orders.get(orderId);
    }

    private SettlePayment settlePayment(InMemoryOrders recorded) {
        return new SettlePayment(gateway, recorded, InstantSource.fixed(Sample.NOW));
    }
}
