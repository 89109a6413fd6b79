package dev.stampede.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.fulfilment.MoveOrder.Result.Moved;
import dev.stampede.fulfilment.MoveOrder.Result.NotFound;
import dev.stampede.fulfilment.MoveOrder.Result.Refused;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.RecordedOrders;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.model.table.DynamoDbRecordedOrders;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import dev.stampede.testing.Tables;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@EveryEngine
class StaffMovesContractTest {

    private static final Staff MEMBER = new Staff("staff@example.com", Optional.of("Größe 42"));

    private final Tables tables;
    private final RecordedOrders recordedOrders;
    private final MoveOrder moveOrder;
    private final Order paid = paid();

    StaffMovesContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.recordedOrders = DynamoDbRecordedOrders.consistent(engine.cloud().dynamoDb(), Cloud.ORDERS);
        this.moveOrder = new MoveOrder(
                recordedOrders,
                new DynamoDbOrderTransitions(engine.cloud().dynamoDb(), Cloud.ORDERS),
                InstantSource.fixed(Sample.NOON));
    }

    @Test
    void anOrderIsFoundAsItWasRecordedAndNoneWhereNoneIs() {
        tables.put(paid);

        assertThat(recordedOrders.find(paid.orderId())).contains(paid);
        assertThat(recordedOrders.find(Sample.id())).isEmpty();
        assertThat(moveOrder.move(Sample.id(), MEMBER, Order::shipped)).isEqualTo(new NotFound());
    }

    @Test
    void ofMembersWhoShipAtOnceExactlyOneShips() {
        tables.put(paid);

        List<MoveOrder.Result> results =
                Race.of(8, () -> moveOrder.move(paid.orderId(), MEMBER, Order::shipped));

        Order shipped = tables.order(paid.orderId()).orElseThrow();
        assertThat(results).filteredOn(new Moved(shipped)::equals).hasSize(1);
        assertThat(results).filteredOn(new Refused(shipped)::equals).hasSize(7);
        assertThat(shipped.history().getLast().note()).contains("Größe 42");
    }

    @Test
    void aRefundThatIsAskedForManyTimesAtOnceIsGivenOnce() {
        tables.put(paid);
        RefundOrder refundOrder = new RefundOrder(moveOrder);

        List<RefundOrder.Result> results = Race.of(8, () -> refundOrder.refund(
                paid.orderId(), MEMBER, "k1", Optional.of(Money.ofMinor(500))));

        Order stored = tables.order(paid.orderId()).orElseThrow();
        assertThat(results).filteredOn(new RefundOrder.Result.Refunded(stored)::equals).hasSize(1);
        assertThat(results).filteredOn(new RefundOrder.Result.Replayed(stored)::equals).hasSize(7);
        assertThat(stored.refunded()).isEqualTo(Money.ofMinor(500));
        assertThat(stored.status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    private static Order paid() {
        return Sample.reserved(Sample.id(), 1).paymentAuthorized(Sample.NOON)
                .flatMap(order -> order.fraudDecided(new FraudCheck(Decision.APPROVED, 0, List.of()), Sample.NOON))
                .flatMap(order -> order.paymentCaptured(Sample.NOON))
                .orElseThrow();
    }
}
