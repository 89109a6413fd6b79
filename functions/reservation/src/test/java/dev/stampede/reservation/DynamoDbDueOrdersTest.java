package dev.stampede.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Order;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.testing.Placed;
import dev.stampede.testing.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// An index that lags behind its table, which that of the laptop's engine never does; the rest is in
/// [DueOrdersContract].
class DynamoDbDueOrdersTest {

    private static final Instant DUE = Recorded.NOON.plusSeconds(120);

    private final Table table = new Table();
    private final DynamoDbDueOrders dueOrders = new DynamoDbDueOrders(table, "Orders");

    @Test
    void whatTheTableHasNotGotOrDoesNotCallDueAnyMoreIsLeftOut() {
        Order due = put();
        put();
        Order settled = put();
        Order putOff = put();
        Order deleted = put();
        table.items.get(settled.orderId()).keySet().removeAll(List.of(OrdersTable.DUE_SHARD, OrdersTable.DUE_AT));
        table.items.get(putOff.orderId()).put(OrdersTable.DUE_AT, AttributeValue.fromS("2026-01-01T12:02:00.001Z"));
        table.items.remove(deleted.orderId());

        assertThat(dueOrders.due(DUE, 100)).hasSize(2).contains(due).doesNotContain(settled, putOff, deleted);
    }

    @Test
    void anEntryThatIsMetTwiceIsReadOnce() {
        Order order = put();
        table.index.add(Map.of(OrdersTable.KEY, AttributeValue.fromS(order.orderId()),
                OrdersTable.DUE_SHARD, table.items.get(order.orderId()).get(OrdersTable.DUE_SHARD),
                OrdersTable.DUE_AT, AttributeValue.fromS("2026-01-01T12:01:00.000Z")));

        assertThat(dueOrders.due(DUE, 100)).containsExactly(order);
    }

    @Test
    void anOrderThatCannotBeReadKeepsNoOtherFromItsTurn() {
        Order broken = put();
        Order sound = put();
        table.items.get(broken.orderId()).remove("history");

        assertThat(dueOrders.due(DUE, 100)).containsExactly(sound);
    }

    @Test
    void ordersAreReadConsistentlyAHundredAtATime() {
        IntStream.range(0, 230).forEach(_ -> put());

        assertThat(dueOrders.due(DUE, 500)).hasSize(230);
        assertThat(table.gets).extracting(get -> get.requestItems().get("Orders").keys().size())
                .containsExactly(100, 100, 30);
        assertThat(table.gets).allMatch(get -> get.requestItems().get("Orders").consistentRead());
        assertThat(table.queries).hasSize(OrdersTable.DUE_SHARDS).allMatch(query -> query.limit() == 500);
    }

    private Order put() {
        Order order = Order.reserved(Placed.order(Placed.line("any", 1)), Recorded.NOON, Recorded.HOLD);
        Map<String, AttributeValue> item = new HashMap<>(OrdersTable.toItem(order));
        table.items.put(order.orderId(), item);
        table.index.add(Map.of(OrdersTable.KEY, item.get(OrdersTable.KEY), OrdersTable.DUE_SHARD,
                item.get(OrdersTable.DUE_SHARD), OrdersTable.DUE_AT, item.get(OrdersTable.DUE_AT)));
        return order;
    }

    private static final class Table implements DynamoDbClient {

        final List<Map<String, AttributeValue>> index = new ArrayList<>();
        final Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        final List<QueryRequest> queries = new ArrayList<>();
        final List<BatchGetItemRequest> gets = new ArrayList<>();

        @Override
        public QueryResponse query(QueryRequest request) {
            queries.add(request);
            AttributeValue shard = request.expressionAttributeValues().get(":shard");
            return QueryResponse.builder()
                    .items(index.stream().filter(entry -> entry.get(OrdersTable.DUE_SHARD).equals(shard)).toList())
                    .build();
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            gets.add(request);
            List<Map<String, AttributeValue>> keys = request.requestItems().get("Orders").keys();
            assertThat(keys).doesNotHaveDuplicates();
            return BatchGetItemResponse.builder()
                    .responses(Map.of("Orders", keys.stream()
                            .flatMap(key -> Optional.ofNullable(items.get(key.get(OrdersTable.KEY).s())).stream())
                            .toList()))
                    .unprocessedKeys(Map.of())
                    .build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
