package dev.stampede.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.stampede.model.Actor;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.Reason;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import dev.stampede.testing.Tables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Payment on real tables: what a refused write brings back decides what becomes of money.
@EveryEngine
class SettlePaymentContractTest {

    private final Tables tables;
    private final OrderTransitions orders;
    private final SimulatedGateway gateway;
    private final SettlePayment settlePayment;
    private final Order created = Sample.reserved("any", 1);

    SettlePaymentContractTest(Engine engine) {
        InstantSource clock = InstantSource.fixed(Sample.NOON);
        this.tables = engine.cloud().tables();
        this.orders = new DynamoDbOrderTransitions(engine.cloud().dynamoDb(), Cloud.ORDERS);
        this.gateway = new SimulatedGateway(engine.cloud().dynamoDb(), "Payments", clock, _ -> {});
        this.settlePayment = new SettlePayment(
                gateway, orders, new Holds(Duration.ofMinutes(15), Duration.ofMinutes(2)), clock);
    }

    @BeforeEach
    void fraudApproved() {
        tables.put(created);
        orders.move(created, order -> order.fraudDecided(new FraudCheck(Decision.APPROVED, 0, List.of()), Sample.NOON));
    }

    @Test
    void anOrderIsPaid() {
        on(created);
        on(order());

        assertThat(order().payment()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void whatIsTakenForAnOrderCancelledMeanwhileGoesBack() {
        on(created);
        Order confirmed = order();
        cancel();

        on(confirmed);

        assertThat(order().payment()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(books())
                .containsEntry("captures", AttributeValue.fromN("1"))
                .containsEntry("refundable", AttributeValue.fromN("0"));
    }

    @Test
    void aConfirmationWithoutMoneyIsABugOnlyWhileItStands() {
        on(created);
        Order confirmed = order();
        gateway.voidAuthorization(created.orderId());
        Map<String, AttributeValue> before = item();

        assertThatIllegalStateException().isThrownBy(() -> on(confirmed));
        assertThat(item()).as("the look at it changes nothing").isEqualTo(before);

        cancel();
        on(confirmed);
        assertThat(order().payment()).isEqualTo(PaymentStatus.AUTHORIZED);
        on(order());
        assertThat(order().payment()).isEqualTo(PaymentStatus.VOIDED);
    }

    private void cancel() {
        orders.move(created,
                order -> order.cancelled(Reason.CANCELLED_BY_CUSTOMER, Actor.customer(Sample.NOON, Optional.empty())));
    }

    /// The newest event of the order as it was seen.
    private void on(Order seen) {
        settlePayment.on(OrderEvent.since(seen.version() - 1, seen).getFirst(), 1);
    }

    private Order order() {
        return tables.order(created.orderId()).orElseThrow();
    }

    private Map<String, AttributeValue> item() {
        return tables.item(Cloud.ORDERS, OrdersTable.key(created.orderId()));
    }

    private Map<String, AttributeValue> books() {
        return tables.item("Payments", OrdersTable.key(created.orderId()));
    }
}
