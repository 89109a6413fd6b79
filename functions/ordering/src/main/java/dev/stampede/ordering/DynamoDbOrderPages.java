package dev.stampede.ordering;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.BatchRead;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.table.OrdersTable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

public final class DynamoDbOrderPages implements OrderPages {

    private static final int MAX_READS = 10;
    /// In one read where a status is looked for.
    private static final int LOOKED_THROUGH = 100;
    private static final String STATUS = "#status = :status";
    /// Times are kept as text that begins with the day in UTC.
    private static final String DAY = "begins_with(" + OrdersTable.CREATED_AT + ", :day)";

    /// What one call read; the key is empty at the end of the table.
    private record Slice(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey) {}

    private final DynamoDbClient dynamoDb;
    private final String ordersTable;
    private final DynamoDbOrdersByTime byTime;
    private final BatchRead batchRead;

    public DynamoDbOrderPages(DynamoDbClient dynamoDb, String ordersTable, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.ordersTable = Objects.requireNonNull(ordersTable, "ordersTable");
        this.byTime = new DynamoDbOrdersByTime(dynamoDb, ordersTable, clock);
        this.batchRead = new BatchRead(dynamoDb, Backoff.fullJitter(), false);
    }

    @Override
    public Page byCustomer(String email, OrderFilter filter, int limit, Optional<OrderCursor> after) {
        Map<String, AttributeValue> values = new HashMap<>(values(filter));
        values.put(":email", AttributeValue.fromS(email));
        String onTheDay = filter.day().map(_ -> " AND " + DAY).orElse("");
        QueryRequest query = QueryRequest.builder()
                .tableName(ordersTable)
                .indexName(OrdersTable.BY_CUSTOMER)
                .keyConditionExpression(OrdersTable.CUSTOMER_EMAIL + " = :email" + onTheDay)
                .filterExpression(filter.status().map(_ -> STATUS).orElse(null))
                .expressionAttributeNames(statusName(filter))
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                // A filter is applied after the limit: where there is one, a read looks through all that a call can.
                .limit(filter.status().isPresent() ? null : Integer.valueOf(limit))
                .build();
        Map<String, AttributeValue> start = new HashMap<>(startKey(after));
        after.flatMap(OrderCursor::createdAt).ifPresent(createdAt -> {
            start.put(OrdersTable.CUSTOMER_EMAIL, AttributeValue.fromS(email));
            start.put(OrdersTable.CREATED_AT, AttributeValue.fromS(createdAt));
        });
        return page(limit, start, key -> {
            QueryResponse response = dynamoDb.query(query.toBuilder().exclusiveStartKey(orNone(key)).build());
            return new Slice(response.items(), response.lastEvaluatedKey());
        });
    }

    @Override
    public Page all(OrderFilter filter, int limit, Optional<OrderCursor> after) {
        // They cost no index: a storm of them is nothing that anybody reads.
        if (filter.status().filter(OrderStatus.REJECTED::equals).isPresent()) {
            return rejected(filter, limit, after);
        }
        List<Order> shown = new ArrayList<>();
        Optional<OrderCursor> last = after;
        // One more than is shown tells whether there is a next page.
        int wanted = filter.status().isPresent() ? LOOKED_THROUGH : limit + 1;
        for (int read = 0; read < MAX_READS; read++) {
            List<OrderCursor> places = byTime.next(filter.day(), last, wanted);
            Map<String, Order> orders = read(places);
            for (OrderCursor place : places) {
                Order order = orders.get(place.orderId());
                // It may have expired meanwhile.
                if (order == null || !filter.takes(order)) {
                    last = Optional.of(place);
                } else if (shown.size() < limit) {
                    shown.add(order);
                    last = Optional.of(place);
                } else {
                    return new Page(shown, last);
                }
            }
            if (places.size() < wanted) {
                return new Page(shown, Optional.empty());
            }
        }
        return new Page(shown, last);
    }

    private Map<String, Order> read(List<OrderCursor> places) {
        Map<String, Order> orders = new HashMap<>();
        batchRead.read(
                places.stream().map(it -> new BatchRead.Key(ordersTable, OrdersTable.key(it.orderId()))).toList(),
                Map.of(ordersTable, item -> {
                    Order order = OrdersTable.fromItem(item);
                    orders.put(order.orderId(), order);
                }));
        return orders;
    }

    private Page rejected(OrderFilter filter, int limit, Optional<OrderCursor> after) {
        ScanRequest scan = ScanRequest.builder()
                .tableName(ordersTable)
                .filterExpression(filter.day().map(_ -> STATUS + " AND " + DAY).orElse(STATUS))
                .expressionAttributeNames(statusName(filter))
                .expressionAttributeValues(values(filter))
                .build();
        return page(limit, startKey(after), key -> {
            ScanResponse response = dynamoDb.scan(scan.toBuilder().exclusiveStartKey(orNone(key)).build());
            return new Slice(response.items(), response.lastEvaluatedKey());
        });
    }

    /// A filter is applied after the limit, so a page takes as many reads as it needs, within bounds. The cursor is
    /// made of the last order shown where a read brought more than the page holds.
    private static Page page(
            int limit, Map<String, AttributeValue> start, Function<Map<String, AttributeValue>, Slice> read) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, AttributeValue> key = start;
        for (int reads = 0; reads < MAX_READS && items.size() < limit; reads++) {
            Slice slice = read.apply(key);
            items.addAll(slice.items());
            key = slice.lastKey();
            if (key.isEmpty()) {
                break;
            }
        }
        boolean more = items.size() > limit;
        List<Map<String, AttributeValue>> shown = more ? items.subList(0, limit) : items;
        List<Order> orders = shown.stream().map(OrdersTable::fromItem).toList();
        return new Page(orders, cursor(more ? shown.getLast() : key));
    }

    private static Optional<OrderCursor> cursor(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(OrdersTable.KEY)).map(orderId -> new OrderCursor(
                orderId.s(), Optional.ofNullable(item.get(OrdersTable.CREATED_AT)).map(AttributeValue::s)));
    }

    private static Map<String, AttributeValue> startKey(Optional<OrderCursor> after) {
        return after.map(cursor -> OrdersTable.key(cursor.orderId())).orElse(Map.of());
    }

    private static @Nullable Map<String, AttributeValue> orNone(Map<String, AttributeValue> key) {
        return key.isEmpty() ? null : key;
    }

    private static @Nullable Map<String, String> statusName(OrderFilter filter) {
        return filter.status().map(_ -> Map.of("#status", OrdersTable.STATUS)).orElse(null);
    }

    private static Map<String, AttributeValue> values(OrderFilter filter) {
        Map<String, AttributeValue> values = new HashMap<>();
        filter.status().ifPresent(wanted -> values.put(":status", AttributeValue.fromS(wanted.name())));
        filter.day().ifPresent(day -> values.put(":day", AttributeValue.fromS(day.toString())));
        return values;
    }
}
