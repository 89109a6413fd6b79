package dev.stampede.fulfilment;

import dev.stampede.model.Order;
import dev.stampede.model.table.OrdersTable;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/// Consistent reads: a stale order would refuse what its present state allows, and show a state that is over.
public final class DynamoDbRecordedOrders implements RecordedOrders {

    private final DynamoDbClient dynamoDb;
    private final String ordersTable;

    public DynamoDbRecordedOrders(DynamoDbClient dynamoDb, String ordersTable) {
        this.dynamoDb = dynamoDb;
        this.ordersTable = Objects.requireNonNull(ordersTable, "ordersTable");
    }

    @Override
    public Optional<Order> find(String orderId) {
        GetItemResponse response = dynamoDb.getItem(get -> get
                .tableName(ordersTable)
                .key(OrdersTable.key(orderId))
                .consistentRead(true));
        return response.hasItem() ? Optional.of(OrdersTable.fromItem(response.item())) : Optional.empty();
    }
}
