package dev.stampede.email;

import dev.stampede.model.Order;
import dev.stampede.model.table.OrdersTable;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

public final class DynamoDbGuestOrders implements GuestOrders {

    private final DynamoDbClient dynamoDb;
    private final String ordersTable;

    public DynamoDbGuestOrders(DynamoDbClient dynamoDb, String ordersTable) {
        this.dynamoDb = dynamoDb;
        this.ordersTable = Objects.requireNonNull(ordersTable, "ordersTable");
    }

    @Override
    public Optional<Order> find(String orderId) {
        GetItemResponse response = dynamoDb.getItem(get -> get
                .tableName(ordersTable).key(OrdersTable.key(orderId)).consistentRead(true));
        return response.hasItem() ? Optional.of(OrdersTable.fromItem(response.item())) : Optional.empty();
    }
}
