package dev.stampede.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Customer;
import dev.stampede.model.EventType;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.event.OrderEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The numbers are those of the package's requirements.
final class ScoreOrderTest {

    private final InMemoryFraudSignals signals = new InMemoryFraudSignals();

    /// Requirement 4.
    @Test
    void approvesTheOrdersOfAnOrdinaryDay() {
        assertThat(decide(Sample.order("customer@example.com", 1))).isEqualTo(Decision.APPROVED);
        assertThat(decide(Sample.order("customer@example.com", 2))).isEqualTo(Decision.APPROVED);
        assertThat(decide(Sample.order("rich@example.com", 10))).isEqualTo(Decision.APPROVED);
    }

    /// Requirement 4.
    @Test
    void approvesTwoHundredBuyersOfOneSale() {
        IntStream.range(0, 200).forEach(buyer -> assertThat(decide(Sample.order("buyer-" + buyer + "@example.com", 1)))
                .isEqualTo(Decision.APPROVED));
    }

    /// Requirement 4.
    @Test
    void approvesFiveOrdersFromOneAddress() {
        IntStream.range(0, 5)
                .forEach(_ -> assertThat(decide(Sample.order("customer@example.com", 2))).isEqualTo(Decision.APPROVED));
    }

    /// Requirement 4.
    @Test
    void approvesAnOrderOfACustomerWithoutAnAddress() {
        PlacedOrder placed = Sample.order("customer@example.com", 2);
        Customer customer = new Customer(Optional.empty(), Optional.of("customer-123"));
        PlacedOrder anonymous = new PlacedOrder(placed.orderId(), customer, placed.lines(),
                placed.paymentToken(), placed.fingerprint(), placed.traceparent(), placed.placedAt());

        assertThat(decide(anonymous)).isEqualTo(Decision.APPROVED);
    }

    /// Requirement 1.
    @Test
    void rejectsAStolenCardAndCancelsTheOrder() {
        Order order = score(Sample.reserved(Sample.order("thief@example.com", 1, 1, "tok_fraud")));

        assertThat(order.fraud()).isEqualTo(new FraudCheck(Decision.REJECTED, 100, List.of("stolen-card")));
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.reason()).contains(Reason.FRAUD_REJECTED);
    }

    /// Requirement 1.
    @Test
    void addsUpSmallSuspicionsToAReview() {
        Order order = score(Sample.reserved(Sample.order("somebody@mailinator.com", 10)));

        assertThat(order.fraud()).isEqualTo(
                new FraudCheck(Decision.REVIEW, 70, List.of("high-amount", "disposable-address")));
        assertThat(order.status()).isEqualTo(OrderStatus.RESERVED);
    }

    /// Requirement 1.
    @Test
    void neverScoresAboveAHundred() {
        Order order = score(Sample.reserved(Sample.order("x@yopmail.com", 10, 20, "tok_fraud")));

        assertThat(order.fraud().score()).isEqualTo(100);
    }

    /// Requirement 1.
    @Test
    void holdsTheOrdersOfARingBack() {
        List<Decision> decisions = IntStream.range(0, 60)
                .mapToObj(_ -> decide(Sample.order("ring@example.com", 1)))
                .toList();

        assertThat(decisions.subList(0, 50)).containsOnly(Decision.APPROVED);
        assertThat(decisions.subList(50, 60)).containsOnly(Decision.REVIEW);
    }

    /// Requirement 3.
    @Test
    void seesOneBuyerBehindManyWaysToWriteAnAddress() {
        List<Decision> decisions = IntStream.range(0, 60)
                .mapToObj(n -> decide(Sample.order("Ring+" + n + "@example.com", 1)))
                .toList();

        assertThat(decisions.subList(0, 50)).containsOnly(Decision.APPROVED);
        assertThat(decisions.subList(50, 60)).containsOnly(Decision.REVIEW);
        assertThat(signals.signals()).hasSize(1);
    }

    /// Requirement 2.
    @Test
    void confirmsAnOrderThatWasPaidFirst() {
        Order created = Sample.reserved(Sample.order("customer@example.com", 1));
        InMemoryOrders orders = new InMemoryOrders(created);
        orders.move(created, order -> order.paymentAuthorized(Sample.NOW));

        scoreOrder(orders).on(created(created));

        assertThat(orders.get(created.orderId()).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(orders.get(created.orderId()).payment()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    /// Requirement 2.
    @Test
    void leavesAnOrderAloneThatHasEnded() {
        Order created = Sample.reserved(Sample.order("customer@example.com", 1));
        InMemoryOrders orders = new InMemoryOrders(created);
        orders.move(created, order -> order.paymentDeclined(Reason.PAYMENT_DECLINED, Sample.NOW));
        Order declined = orders.get(created.orderId());

        scoreOrder(orders).on(created(created));

        assertThat(orders.get(created.orderId())).isEqualTo(declined);
    }

    /// Requirements 2 and 3.
    @Test
    void decidesOnceHoweverOftenItIsAsked() {
        Order created = Sample.reserved(Sample.order("customer@example.com", 1));
        InMemoryOrders orders = new InMemoryOrders(created);
        IntStream.range(0, 60).forEach(_ -> scoreOrder(orders).on(created(created)));

        assertThat(orders.get(created.orderId()).version()).isEqualTo(2);
        assertThat(orders.get(created.orderId()).fraud().score()).isZero();
    }

    /// Requirement 5.
    @Test
    void keepsAnAddressOnlyAsAHash() {
        decide(Sample.order("customer@example.com", 1));

        assertThat(signals.signals()).singleElement().asString()
                .matches("buyer#[0-9a-f]{64}#2026-03-01T12:00:00Z");
    }

    private Decision decide(PlacedOrder placed) {
        return score(Sample.reserved(placed)).fraud().decision();
    }

    private Order score(Order order) {
        InMemoryOrders orders = new InMemoryOrders(order);
        scoreOrder(orders).on(created(order));
        return orders.get(order.orderId());
    }

    private ScoreOrder scoreOrder(InMemoryOrders orders) {
        return new ScoreOrder(FraudRule.all(), signals, orders, InstantSource.fixed(Sample.NOW));
    }

    private static OrderEvent created(Order order) {
        return new OrderEvent(order.orderId() + "#1", EventType.ORDER_CREATED, Sample.NOW, order);
    }
}
