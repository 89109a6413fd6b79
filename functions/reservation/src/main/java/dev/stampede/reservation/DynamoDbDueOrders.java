package dev.stampede.reservation;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.BatchRead;
import dev.stampede.lambda.Log;
import dev.stampede.model.Order;
import dev.stampede.model.table.OrderWrites;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The index `byDueAt` names orders, the table says how they stand: the index lags, so what it names may be settled.
public final class DynamoDbDueOrders implements DueOrders {

    private static final Comparator<Map<String, AttributeValue>> LONGEST_DUE_FIRST =
            Comparator.comparing((Map<String, AttributeValue> item) -> required(item, OrdersTable.DUE_AT).s())
                    .thenComparing(item -> required(item, OrdersTable.KEY).s());

    private final DynamoDbClient dynamoDb;
    private final BatchRead batchRead;
    private final String ordersTable;

    public DynamoDbDueOrders(DynamoDbClient dynamoDb, String ordersTable) {
        this.dynamoDb = dynamoDb;
        this.batchRead = new BatchRead(dynamoDb, Backoff.fullJitter(), true);
        this.ordersTable = Objects.requireNonNull(ordersTable, "ordersTable");
    }

    @Override
    public List<Order> due(Instant now, int limit) {
        String until = Timestamps.format(now);
        List<Map<String, AttributeValue>> named = new ArrayList<>();
        // One after the other: nobody waits for a sweep, and ten short queries a minute do not earn a pool of threads.
        for (int shard = 0; shard < OrdersTable.DUE_SHARDS; shard++) {
            named.addAll(named(Integer.toString(shard), until, limit));
        }
        List<BatchRead.Key> keys = named.stream()
                .sorted(LONGEST_DUE_FIRST)
                .limit(limit)
                .map(entry -> new BatchRead.Key(ordersTable, OrdersTable.key(required(entry, OrdersTable.KEY).s())))
                // An entry that moves while the index is read is met twice, and BatchGetItem takes no key twice.
                .distinct()
                .toList();
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        batchRead.read(keys, Map.of(ordersTable, items::add));
        return items.stream()
                .filter(item -> item.containsKey(OrdersTable.DUE_AT))
                .filter(item -> required(item, OrdersTable.DUE_AT).s().compareTo(until) <= 0)
                .sorted(LONGEST_DUE_FIRST)
                .flatMap(item -> order(item).stream())
                .toList();
    }

    @Override
    public void replay(Order seen, Optional<Instant> next) {
        try {
            dynamoDb.updateItem(OrderWrites.replayed(seen, next).request(ordersTable));
        } catch (ConditionalCheckFailedException _) {
            // It has changed since, so there are newer events, or whoever had to hear them has.
        }
    }

    private List<Map<String, AttributeValue>> named(String shard, String until, int limit) {
        return dynamoDb.query(query -> query
                .tableName(ordersTable)
                .indexName(OrdersTable.BY_DUE_AT)
                .keyConditionExpression(
                        OrdersTable.DUE_SHARD + " = :shard AND " + OrdersTable.DUE_AT + " <= :until")
                .expressionAttributeValues(Map.of(
                        ":shard", AttributeValue.fromS(shard), ":until", AttributeValue.fromS(until)))
                .limit(limit))
                .items();
    }

    /// One that cannot be read keeps no other from its turn.
    private static Optional<Order> order(Map<String, AttributeValue> item) {
        try {
            return Optional.of(OrdersTable.fromItem(item));
        } catch (RuntimeException e) {
            Log.error("due order cannot be read", e, "orderId", required(item, OrdersTable.KEY).s());
            return Optional.empty();
        }
    }
}
