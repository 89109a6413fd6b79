package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.stampede.lambda.NotYet;
import dev.stampede.model.EventType;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.Reason;
import dev.stampede.payment.FaultyGateway.Operation;
import dev.stampede.payment.PaymentGateway.Authorization.Declined;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a new order whose provider does not say whether it holds the money. The numbers are those of the
/// package's requirements.
final class UnansweredAuthorizationTest {

    private final FaultyGateway gateway = new FaultyGateway();
    private final Order created = Sample.order("tok_ok");
    private final String orderId = created.orderId();
    private final InMemoryOrders orders = new InMemoryOrders(created);
    private final SettlePayment settlePayment =
            new SettlePayment(gateway, orders, Sample.HOLDS, InstantSource.fixed(Sample.NOW));

    /// Requirement 7.
    @Test
    void asksASecondTimeUnderTheSameKey() {
        Order silentOnce = Sample.order("tok_timeout_then_ok");

        settlePayment.on(Sample.event(EventType.ORDER_CREATED, silentOnce), 1);

        assertThat(gateway.asked).containsExactly(Operation.AUTHORIZE, Operation.AUTHORIZE);
        assertThat(gateway.books.holdsMoney(orderId)).isTrue();
        assertThat(order().payment()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    /// Requirement 7.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void handsTheMessageBackAtFirst(int delivery) {
        gateway.unanswered.add(Operation.AUTHORIZE);

        returnsTheMessage(delivery);

        assertThat(gateway.asked).containsExactly(Operation.AUTHORIZE, Operation.AUTHORIZE);
        assertThat(order().status()).isEqualTo(OrderStatus.RESERVED);
        assertThat(order().version()).isEqualTo(created.version());
    }

    /// Requirement 7.
    @Test
    void keepsUnitsForLessFromTheFirstAskingOn() {
        gateway.unanswered.add(Operation.AUTHORIZE);

        returnsTheMessage(1);
        Instant soon = Sample.NOW.plus(Sample.HOLDS.unanswered());
        assertThat(order().holdUntil()).isEqualTo(soon);

        returnsTheMessage(2);
        assertThat(order().holdUntil()).isEqualTo(soon);
    }

    /// Requirements 7 and 10.
    @Test
    void aProviderThatIsLeftAloneIsNotTheShoppersFault() {
        gateway.onTheWay = () -> {
            throw new NotYet("circuit open", Duration.ofSeconds(30));
        };

        assertThatExceptionOfType(NotYet.class).isThrownBy(
                () -> settlePayment.on(Sample.event(EventType.ORDER_CREATED, created), SettlePayment.GIVE_UP_FROM));

        assertThat(gateway.asked).containsExactly(Operation.AUTHORIZE);
        assertThat(order()).isEqualTo(created);
    }

    /// Requirement 7.
    @Test
    void anAnswerInTimeGivesTheUsualHoldBack() {
        gateway.unanswered.add(Operation.AUTHORIZE);
        returnsTheMessage(1);
        gateway.unanswered.clear();

        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created), 2);

        assertThat(order().payment()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(order().holdUntil()).isEqualTo(Sample.NOW.plus(Sample.HOLDS.answered()));
    }

    /// Requirement 3.
    @Test
    void anAnswerAfterTheShortHoldIsVoidedOnce() {
        gateway.unanswered.add(Operation.AUTHORIZE);
        returnsTheMessage(1);
        orders.move(order(), order -> order.expired(Sample.NOW.plus(Sample.HOLDS.unanswered())));
        gateway.unanswered.clear();

        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created), 2);
        settlePayment.on(Sample.event(EventType.ORDER_EXPIRED, order()), 1);

        assertThat(order().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(order().payment()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(gateway.books.holdsMoney(orderId)).isFalse();
    }

    /// Requirement 7.
    @ParameterizedTest
    @ValueSource(ints = {SettlePayment.GIVE_UP_FROM, SettlePayment.GIVE_UP_FROM + 1})
    void givesUpBeforeTheQueueDoes(int delivery) {
        gateway.unanswered.add(Operation.AUTHORIZE);

        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created), delivery);

        assertThat(order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order().reason()).contains(Reason.PAYMENT_UNAVAILABLE);
        assertThat(order().payment()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(gateway.books.authorize(orderId, Sample.TOTAL, "tok_ok")).isEqualTo(Declined.VOIDED);
    }

    /// Requirement 7.
    @Test
    void doesNotGiveUpWhileTheMoneyMayBeHeld() {
        gateway.unanswered.addAll(List.of(Operation.AUTHORIZE, Operation.VOID));

        returnsTheMessage(SettlePayment.GIVE_UP_FROM);

        assertThat(order()).isEqualTo(created);
    }

    /// Requirement 7.
    @Test
    void endsWhatAnotherDeliveryGaveUp() {
        gateway.books.voidAuthorization(orderId);

        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created), SettlePayment.GIVE_UP_FROM + 1);

        assertThat(order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order().reason()).contains(Reason.PAYMENT_UNAVAILABLE);
    }

    /// Requirement 7.
    @Test
    void cancelsAnOrderThatAnotherDeliveryHadAuthorizedWhenThisOneGivesUp() {
        gateway.books.authorize(orderId, Sample.TOTAL, "tok_ok");
        orders.move(created, order -> order.paymentAuthorized(Sample.NOW));
        gateway.unanswered.add(Operation.AUTHORIZE);

        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created), SettlePayment.GIVE_UP_FROM);
        settlePayment.on(Sample.event(EventType.ORDER_CANCELLED, order()), 1);

        assertThat(order().reason()).contains(Reason.PAYMENT_UNAVAILABLE);
        assertThat(order().payment()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(gateway.books.holdsMoney(orderId)).isFalse();
    }

    /// Requirement 7.
    @Test
    void leavesAnOrderAloneThatAnotherDeliveryBroughtToItsCapture() {
        orders.move(created, order -> order.fraudDecided(Sample.APPROVED, Sample.NOW));
        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created), 1);
        settlePayment.on(Sample.event(EventType.ORDER_CONFIRMED, order()), 1);
        Order captured = order();
        gateway.unanswered.add(Operation.AUTHORIZE);

        settlePayment.on(Sample.event(EventType.ORDER_CREATED, created), SettlePayment.GIVE_UP_FROM);

        assertThat(order()).isEqualTo(captured);
        assertThat(gateway.books.kept(orderId)).isEqualTo(Sample.TOTAL);
    }

    private void returnsTheMessage(int delivery) {
        assertThatIllegalStateException()
                .isThrownBy(() -> settlePayment.on(Sample.event(EventType.ORDER_CREATED, created), delivery))
                .withMessageContaining(orderId);
    }

    private Order order() {
        return orders.get(orderId);
    }
}
