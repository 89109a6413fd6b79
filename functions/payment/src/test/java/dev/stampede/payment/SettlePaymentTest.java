package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.stampede.model.EventType;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.Reason;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.payment.FaultyGateway.Operation;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The numbers are those of the package's requirements. What happens in which order is for [InterleavingTest].
final class SettlePaymentTest {

    private final FaultyGateway gateway = new FaultyGateway();
    private final Order created = Sample.order("tok_ok");
    private final String orderId = created.orderId();
    private final InMemoryOrders orders = new InMemoryOrders(created);

    /// Requirement 2.
    @Test
    void holdsTheTotalOfANewOrder() {
        on(EventType.ORDER_CREATED, created);

        assertThat(order().payment()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(order().status()).isEqualTo(OrderStatus.RESERVED);
        assertThat(gateway.books.holdsMoney(orderId)).isTrue();
    }

    /// Requirement 2.
    @Test
    void confirmsTheOrderWhenFraudHadApprovedIt() {
        confirm();

        assertThat(order().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order().history()).extracting(entry -> entry.type()).containsExactly(
                EventType.ORDER_CREATED,
                EventType.FRAUD_REVIEWED,
                EventType.PAYMENT_AUTHORIZED,
                EventType.ORDER_CONFIRMED);
    }

    /// Requirement 5.
    @Test
    void takesTheMoneyOfAConfirmedOrderOnce() {
        Order confirmed = confirm();

        on(EventType.ORDER_CONFIRMED, confirmed);
        on(EventType.ORDER_CONFIRMED, confirmed);

        assertThat(gateway.books.captures(orderId)).isEqualTo(1);
        assertThat(order().payment()).isEqualTo(PaymentStatus.CAPTURED);
    }

    /// Requirement 2.
    @Test
    void cancelsAnOrderWhoseCardIsDeclined() {
        Order declined = Sample.order("other", "tok_declined");
        InMemoryOrders recorded = new InMemoryOrders(declined);

        settlePayment(recorded).on(Sample.event(EventType.ORDER_CREATED, declined), 1);

        assertThat(recorded.get("other").status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(recorded.get("other").reason()).contains(Reason.PAYMENT_DECLINED);
        assertThat(recorded.get("other").payment()).isEqualTo(PaymentStatus.DECLINED);
    }

    /// Requirement 3.
    @Test
    void letsGoOfMoneyHeldForAnOrderThatEndedMeanwhile() {
        orders.move(created, Sample::cancelled);

        on(EventType.ORDER_CREATED, created);

        assertThat(gateway.books.holdsMoney(orderId)).isFalse();
        assertThat(order().payment()).isEqualTo(PaymentStatus.VOIDED);
    }

    /// Requirement 4.
    @Test
    void neverHoldsMoneyForAnOrderVoidedBefore() {
        orders.move(created, Sample::cancelled);
        on(EventType.ORDER_CANCELLED, order());

        on(EventType.ORDER_CREATED, created);

        assertThat(gateway.books.holdsMoney(orderId)).isFalse();
        assertThat(order().payment()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(order().reason()).contains(Reason.CANCELLED_BY_CUSTOMER);
    }

    /// Requirement 1.
    @Test
    void leavesACapturedPaymentAloneWhenTheFirstEventComesAgain() {
        Order captured = capture();

        on(EventType.ORDER_CREATED, created);

        assertThat(order()).isEqualTo(captured);
        assertThat(gateway.books.captures(orderId)).isEqualTo(1);
    }

    /// Requirement 1.
    @Test
    void asksNobodyAboutWhatIsRecorded() {
        capture();
        gateway.asked.clear();

        OrderEvent.since(0, order()).forEach(event -> settlePayment(orders).on(event, 1));

        assertThat(gateway.asked).isEmpty();
    }

    /// Requirement 6.
    @Test
    void returnsAConfirmationForWhichNothingIsAuthorized() {
        Order confirmed = confirm();
        SettlePayment withEmptyLedger =
                new SettlePayment(new InMemoryGateway(), orders, Sample.HOLDS, InstantSource.fixed(Sample.NOW));

        assertThatIllegalStateException()
                .isThrownBy(() -> withEmptyLedger.on(Sample.event(EventType.ORDER_CONFIRMED, confirmed), 1))
                .withMessageContaining(orderId);
    }

    /// Requirement 5.
    @Test
    void takesNothingForAConfirmationThatWasCancelledSince() {
        Order confirmed = confirm();
        orders.move(confirmed, Sample::cancelled);
        on(EventType.ORDER_CANCELLED, order());

        on(EventType.ORDER_CONFIRMED, confirmed);

        assertThat(gateway.books.captures(orderId)).isZero();
        assertThat(order().payment()).isEqualTo(PaymentStatus.VOIDED);
    }

    /// Requirement 8.
    @Test
    void givesBackWhatItTookForAnOrderCancelledMeanwhile() {
        Order confirmed = confirm();
        orders.move(confirmed, Sample::cancelled);

        on(EventType.ORDER_CONFIRMED, confirmed);

        assertThat(gateway.books.refunds(orderId)).isEqualTo(Map.of(orderId + "#cancel", Sample.TOTAL));
        assertThat(order().payment()).isEqualTo(PaymentStatus.REFUNDED);
    }

    /// Requirement 8.
    @Test
    void givesBackAllThatIsLeftOfACancelledOrder() {
        Order refunded = refund(capture(), 5_00);
        orders.move(refunded, Sample::cancelled);

        on(EventType.ORDER_CANCELLED, order());

        assertThat(gateway.books.refunds(orderId)).isEqualTo(Map.of(
                orderId + "#6", Money.ofMinor(5_00), orderId + "#cancel", Money.ofMinor(1722_99)));
        assertThat(order().payment()).isEqualTo(PaymentStatus.REFUNDED);
    }

    /// Requirement 9.
    @Test
    void givesBackAPartAndKeepsTheRest() {
        Order refunded = refund(capture(), 5_00);

        on(EventType.ORDER_REFUNDED, refunded);
        on(EventType.ORDER_REFUNDED, refunded);

        assertThat(gateway.books.refunds(orderId)).isEqualTo(Map.of(orderId + "#6", Money.ofMinor(5_00)));
        assertThat(order().payment()).isEqualTo(PaymentStatus.CAPTURED);
    }

    /// Requirement 9.
    @Test
    void makesEveryRefundThatTheOrderKnowsOf() {
        Order refunded = refund(refund(capture(), 5_00), 1722_99);

        on(EventType.ORDER_REFUNDED, refunded);

        assertThat(gateway.books.refunds(orderId)).isEqualTo(Map.of(
                orderId + "#6", Money.ofMinor(5_00), orderId + "#7", Money.ofMinor(1722_99)));
        assertThat(order().payment()).isEqualTo(PaymentStatus.REFUNDED);
    }

    /// Requirement 9.
    @Test
    void makesOneRefundForEachEvent() {
        Order once = refund(capture(), 5_00);
        Order twice = refund(once, 6_00);

        on(EventType.ORDER_REFUNDED, twice);
        assertThat(gateway.books.refunds(orderId)).isEqualTo(Map.of(orderId + "#7", Money.ofMinor(6_00)));

        on(EventType.ORDER_REFUNDED, once);
        assertThat(gateway.books.refunds(orderId)).isEqualTo(Map.of(
                orderId + "#6", Money.ofMinor(5_00), orderId + "#7", Money.ofMinor(6_00)));
    }

    /// Requirement 6.
    @Test
    void returnsWhatIsNotAnswered() {
        gateway.unanswered.add(Operation.CAPTURE);
        Order confirmed = confirm();
        returnsTheMessage(EventType.ORDER_CONFIRMED, confirmed);
        assertThat(order()).isEqualTo(confirmed);

        gateway.unanswered.clear();
        gateway.unanswered.add(Operation.REFUND);
        on(EventType.ORDER_CONFIRMED, confirmed);
        Order refunded = refund(order(), 1727_99);
        returnsTheMessage(EventType.ORDER_REFUNDED, refunded);
        assertThat(order()).isEqualTo(refunded);
    }

    /// Requirement 6.
    @Test
    void returnsAVoidThatIsNotAnswered() {
        gateway.unanswered.add(Operation.VOID);
        orders.move(created, Sample::expired);
        Order expired = order();

        returnsTheMessage(EventType.ORDER_EXPIRED, expired);

        assertThat(order()).isEqualTo(expired);
    }

    /// Requirement 6.
    @Test
    void returnsARefundThatNothingCovers() {
        Order refunded = refund(capture(), 5_00);
        SettlePayment withEmptyLedger =
                new SettlePayment(new InMemoryGateway(), orders, Sample.HOLDS, InstantSource.fixed(Sample.NOW));

        assertThatIllegalStateException()
                .isThrownBy(() -> withEmptyLedger.on(Sample.event(EventType.ORDER_REFUNDED, refunded), 1))
                .withMessageContaining(orderId + "#6");
    }

    @Test
    void ignoresWhatIsNoneOfItsBusiness() {
        orders.move(created, order -> order.fraudDecided(Sample.APPROVED, Sample.NOW));

        on(EventType.FRAUD_REVIEWED, order());

        assertThat(gateway.asked).isEmpty();
    }

    private Order confirm() {
        orders.move(created, order -> order.fraudDecided(Sample.APPROVED, Sample.NOW));
        on(EventType.ORDER_CREATED, created);
        return order();
    }

    private Order capture() {
        on(EventType.ORDER_CONFIRMED, confirm());
        return order();
    }

    private Order refund(Order seen, long amount) {
        orders.move(seen, order -> Sample.refunded(order, Money.ofMinor(amount)));
        return order();
    }

    private Order order() {
        return orders.get(orderId);
    }

    private void on(EventType type, Order seen) {
        settlePayment(orders).on(Sample.event(type, seen), 1);
    }

    private void returnsTheMessage(EventType type, Order seen) {
        assertThatIllegalStateException().isThrownBy(() -> on(type, seen)).withMessageContaining(orderId);
    }

    private SettlePayment settlePayment(InMemoryOrders recorded) {
        return new SettlePayment(gateway, recorded, Sample.HOLDS, InstantSource.fixed(Sample.NOW));
    }
}
