package dev.stampede.model.table;

import static dev.stampede.contracts.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.stampede.contracts.Cloud;
import dev.stampede.contracts.Engine;
import dev.stampede.contracts.EveryEngine;
import dev.stampede.contracts.Race;
import dev.stampede.contracts.Sample;
import dev.stampede.contracts.Tables;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.OrderTransitions.Outcome;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.StockState;
import dev.stampede.model.event.EventType;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@EveryEngine
class DynamoDbOrderTransitionsContractTest {

    private static final FraudCheck APPROVED = new FraudCheck(FraudCheck.Decision.APPROVED, 10, List.of("velocity"));

    private final DynamoDbClient dynamoDb;
    private final Tables tables;
    private final OrderTransitions transitions;
    private final Order reserved = Sample.reserved(Sample.id(), 1);

    DynamoDbOrderTransitionsContractTest(Engine engine) {
        this.dynamoDb = engine.cloud().dynamoDb();
        this.tables = engine.cloud().tables();
        this.transitions = new DynamoDbOrderTransitions(dynamoDb, Cloud.ORDERS);
        tables.put(reserved);
    }

    @Test
    void aTransitionIsWrittenAsItIs() {
        Order authorized = reserved.paymentAuthorized(NOON).orElseThrow();
        Order cancelled = authorized.fraudDecided(
                new FraudCheck(FraudCheck.Decision.REJECTED, 90, List.of("stolen")), NOON.plusSeconds(1)).orElseThrow();

        assertThat(transitions.replace(reserved, authorized)).isEmpty();
        assertThat(stored()).isEqualTo(authorized);
        assertThat(transitions.replace(authorized, cancelled)).isEmpty();
        assertThat(stored()).isEqualTo(cancelled);
    }

    @Test
    void aLostRaceBringsTheOrderAsItStandsAndWritesNothing() {
        Order authorized = reserved.paymentAuthorized(NOON).orElseThrow();
        transitions.replace(reserved, authorized);

        assertThat(transitions.replace(reserved, reserved.fraudDecided(APPROVED, NOON).orElseThrow()))
                .contains(authorized);
        assertThat(stored()).isEqualTo(authorized);
    }

    @Test
    void aVoidThatIsNoEventIsGuardedByThePaymentItself() {
        Order cancelled = reserved.fraudDecided(
                new FraudCheck(FraudCheck.Decision.REJECTED, 90, List.of("stolen")), NOON).orElseThrow();
        Order voided = cancelled.paymentVoided().orElseThrow();
        transitions.replace(reserved, cancelled);

        assertThat(transitions.replace(cancelled, voided)).isEmpty();
        assertThat(transitions.replace(cancelled, voided)).contains(voided);
        assertThat(stored().payment()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void theMarkOfTheUnitsIsNotInTheWayAndIsNotLost() {
        dynamoDb.updateItem(OrdersTable.stockMoved(reserved.orderId(), StockState.RESERVED, StockState.RELEASED)
                .request(Cloud.ORDERS));

        assertThat(transitions.replace(reserved, reserved.paymentAuthorized(NOON).orElseThrow())).isEmpty();
        assertThat(stored().stock()).isEqualTo(StockState.RELEASED);
        assertThat(stored().payment()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    @Test
    void ofRivalsThatCompleteThePairExactlyOneConfirms() {
        List<Outcome> outcomes = Race.of(List.of(
                () -> transitions.move(reserved, order -> order.paymentAuthorized(NOON)),
                () -> transitions.move(reserved, order -> order.fraudDecided(APPROVED, NOON)),
                () -> transitions.move(reserved, order -> order.paymentAuthorized(NOON)),
                () -> transitions.move(reserved, order -> order.fraudDecided(APPROVED, NOON))));

        assertThat(outcomes).filteredOn(Outcome.Moved.class::isInstance).hasSize(2);
        assertThat(stored().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(stored().history()).extracting(Order.HistoryEntry::type)
                .containsOnlyOnce(EventType.ORDER_CONFIRMED)
                .hasSize(4);
    }

    @Test
    void anOrderThatIsNotRecordedIsNotMadeByATransition() {
        Order unknown = Sample.reserved(Sample.id(), 1);

        assertThatIllegalStateException().isThrownBy(() ->
                transitions.replace(unknown, unknown.paymentAuthorized(NOON).orElseThrow()));
        assertThat(tables.order(unknown.orderId())).isEmpty();
    }

    private Order stored() {
        return tables.order(reserved.orderId()).orElseThrow();
    }
}
