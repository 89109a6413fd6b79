package dev.stampede.reservation;

import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.StockState;
import dev.stampede.model.table.DynamoDbOrderTransitions;
import dev.stampede.model.table.OrderWrites;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Tables;

@EveryEngine
class DynamoDbDueOrdersContractTest extends DueOrdersContract {

    private final Tables tables;
    private final DueOrders dueOrders;
    private final OrderTransitions transitions;

    DynamoDbDueOrdersContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.dueOrders = new DynamoDbDueOrders(engine.cloud().dynamoDb(), Cloud.ORDERS);
        this.transitions = new DynamoDbOrderTransitions(engine.cloud().dynamoDb(), Cloud.ORDERS);
    }

    @Override
    protected DueOrders dueOrders() {
        return dueOrders;
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
    protected Order stored(String orderId) {
        return tables.order(orderId).orElseThrow();
    }

    @Override
    protected long replays(String orderId) {
        return OrdersTable.replays(tables.item(Cloud.ORDERS, OrdersTable.key(orderId)));
    }

    @Override
    protected void unitsMoved(Order order, StockState to) {
        tables.dynamoDb().updateItem(OrderWrites.stockMovedAcknowledging(order, to)
                .request(Cloud.ORDERS));
    }
}
