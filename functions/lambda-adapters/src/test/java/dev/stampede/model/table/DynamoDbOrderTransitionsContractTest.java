package dev.stampede.model.table;

import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.OrderTransitionsContract;
import dev.stampede.model.StockState;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Tables;
import java.util.Optional;

@EveryEngine
class DynamoDbOrderTransitionsContractTest extends OrderTransitionsContract {

    private final Tables tables;
    private final OrderTransitions transitions;

    DynamoDbOrderTransitionsContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.transitions = new DynamoDbOrderTransitions(engine.cloud().dynamoDb(), Cloud.ORDERS);
    }

    @Override
    protected OrderTransitions transitions() {
        return transitions;
    }

    @Override
    protected void record(Order order) {
        tables.put(order);
    }

    @Override
    protected Optional<Order> stored(String orderId) {
        return tables.order(orderId);
    }

    @Override
    protected void unitsMoved(Order order, StockState to) {
        tables.dynamoDb().updateItem(OrderWrites.stockMoved(order.orderId(), order.status(), order.stock(), to)
                .request(Cloud.ORDERS));
    }
}
