package dev.stampede.streamprocessor;

import dev.stampede.lambda.StreamBatch.Change;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.table.OrdersTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A record of the table's stream, with the images before and after.
public record DynamoDbOrderChange(Change change) implements OrderChange {

    @Override
    public String sequenceNumber() {
        return change.sequenceNumber();
    }

    @Override
    public List<OrderEvent> events() {
        Optional<Map<String, AttributeValue>> newImage = change.newImage();
        if (newImage.isEmpty()) {
            return List.of();
        }
        Map<String, AttributeValue> after = newImage.get();
        Map<String, AttributeValue> before = change.oldImage().orElse(Map.of());
        long from = before.isEmpty() ? 0 : OrdersTable.version(before);
        if (OrdersTable.version(after) != from) {
            return OrderEvent.since(from, OrdersTable.fromItem(after));
        }
        // Most changes without a new version are moves of stock: they are told apart without reading the whole order.
        return OrdersTable.replays(after) > OrdersTable.replays(before)
                ? OrderEvent.ofStatus(OrdersTable.fromItem(after))
                : List.of();
    }
}
