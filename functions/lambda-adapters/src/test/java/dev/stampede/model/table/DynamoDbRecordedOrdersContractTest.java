package dev.stampede.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Order;
import dev.stampede.model.RecordedOrders;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import dev.stampede.testing.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbRecordedOrdersContractTest {

    private final Tables tables;
    private final List<RecordedOrders> both;

    DynamoDbRecordedOrdersContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.both = List.of(
                DynamoDbRecordedOrders.consistent(engine.cloud().dynamoDb(), Cloud.ORDERS),
                DynamoDbRecordedOrders.eventuallyConsistent(engine.cloud().dynamoDb(), Cloud.ORDERS));
    }

    @Test
    void findsAnOrderAsItWasRecorded() {
        Order reserved = Sample.reserved(Sample.id(), 1);
        Order rejected = Sample.rejected(Sample.placed(Sample.id(), 1));
        tables.put(reserved);
        tables.put(rejected);

        assertThat(both).allSatisfy(orders -> {
            assertThat(orders.find(reserved.orderId())).contains(reserved);
            assertThat(orders.find(rejected.orderId())).contains(rejected);
        });
    }

    @Test
    void findsNothingWhereNothingIsRecorded() {
        assertThat(both).allSatisfy(orders -> assertThat(orders.find(Sample.id())).isEmpty());
    }
}
