package dev.stampede.model.table;

import dev.stampede.model.Order;
import dev.stampede.model.RecordedOrders;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

public final class DynamoDbRecordedOrders implements RecordedOrders {

    private final DynamoDbClient dynamoDb;
    private final String ordersTable;
    private final boolean consistent;

    private DynamoDbRecordedOrders(DynamoDbClient dynamoDb, String ordersTable, boolean consistent) {
        this.dynamoDb = dynamoDb;
        this.ordersTable = Objects.requireNonNull(ordersTable, "ordersTable");
        this.consistent = consistent;
    }

    /// Half the price; an order recorded within the last second may be missed.
    public static DynamoDbRecordedOrders eventuallyConsistent(DynamoDbClient dynamoDb, String ordersTable) {
        return new DynamoDbRecordedOrders(dynamoDb, ordersTable, false);
    }

    public static DynamoDbRecordedOrders consistent(DynamoDbClient dynamoDb, String ordersTable) {
        return new DynamoDbRecordedOrders(dynamoDb, ordersTable, true);
    }

    @Override
    public Optional<Order> find(String orderId) {
        GetItemResponse response = dynamoDb.getItem(get -> get
                .tableName(ordersTable)
                .key(OrdersTable.key(orderId))
                .consistentRead(consistent));
        return response.hasItem() ? Optional.of(OrdersTable.fromItem(response.item())) : Optional.empty();
    }
}
