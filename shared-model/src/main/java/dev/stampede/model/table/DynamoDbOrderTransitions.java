package dev.stampede.model.table;

import dev.stampede.model.Order;
import dev.stampede.model.OrderTransitions;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Order transitions as conditional writes. A failed condition brings the order as it stands, so no read is needed.
public final class DynamoDbOrderTransitions implements OrderTransitions {

    private final DynamoDbClient dynamoDb;
    private final String ordersTable;

    public DynamoDbOrderTransitions(DynamoDbClient dynamoDb, String ordersTable) {
        this.dynamoDb = dynamoDb;
        this.ordersTable = Objects.requireNonNull(ordersTable, "ordersTable");
    }

    @Override
    public Optional<Order> replace(Order before, Order after) {
        try {
            dynamoDb.updateItem(OrderWrites.transition(before, after).request(ordersTable));
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            if (!e.hasItem()) {
                throw new IllegalStateException("order " + before.orderId() + " is not recorded", e);
            }
            return Optional.of(OrdersTable.fromItem(e.item()));
        }
    }
}
