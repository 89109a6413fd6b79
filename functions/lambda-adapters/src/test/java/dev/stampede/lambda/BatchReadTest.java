package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class BatchReadTest {

    private final List<Integer> pauses = new ArrayList<>();

    @Test
    void asksForAHundredKeysAtATime() {
        var tables = new ThrottledTables(0);

        assertThat(read(tables, keys("Stock", 201))).hasSize(201).contains("Stock 0", "Stock 200");
        assertThat(tables.batches).containsExactly(100, 100, 1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void asksForTheItemsOfSeveralTablesInOneCall() {
        var tables = new ThrottledTables(0);
        List<BatchRead.Key> keys = Stream.concat(keys("Stock", 2).stream(), keys("Products", 1).stream()).toList();

        assertThat(read(tables, keys)).containsExactlyInAnyOrder("Stock 0", "Stock 1", "Products 0");
        assertThat(tables.batches).containsExactly(3);
    }

    @Test
    void asksAgainForWhatWasLeftUnprocessed() {
        var tables = new ThrottledTables(3);

        assertThat(read(tables, keys("Stock", 5))).hasSize(5).doesNotHaveDuplicates();
        assertThat(tables.batches).containsExactly(5, 4, 3, 2);
        assertThat(pauses).containsExactly(0, 1, 2);
    }

    @Test
    void givesUpAfterAFewRounds() {
        var tables = new ThrottledTables(100);

        assertThatThrownBy(() -> read(tables, keys("Stock", 50)))
                .hasMessageContaining("Stock").matches(PassingFailure::isBusy);
        assertThat(tables.batches).hasSize(5);
        assertThat(pauses).containsExactly(0, 1, 2, 3);
    }

    @Test
    void readsAsConsistentlyAsItIsTold() {
        var tables = new ThrottledTables(0);

        new BatchRead(tables, pauses::add, true).read(keys("Stock", 1), Map.of("Stock", _ -> {}));
        new BatchRead(tables, pauses::add, false).read(keys("Stock", 1), Map.of("Stock", _ -> {}));

        assertThat(tables.consistent).containsExactly(true, false);
    }

    private List<String> read(DynamoDbClient client, List<BatchRead.Key> keys) {
        List<String> found = new ArrayList<>();
        new BatchRead(client, pauses::add, false).read(keys, Map.of(
                "Stock", item -> found.add("Stock " + item.get("id").s()),
                "Products", item -> found.add("Products " + item.get("id").s())));
        return found;
    }

    private static List<BatchRead.Key> keys(String table, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new BatchRead.Key(table, Map.of("id", AttributeValue.fromS("" + i))))
                .toList();
    }

    /// Serves only the first key of each table for as many calls as it is told to.
    private static final class ThrottledTables implements DynamoDbClient {

        final List<Integer> batches = new ArrayList<>();
        final List<Boolean> consistent = new ArrayList<>();
        private int throttles;

        ThrottledTables(int throttles) {
            this.throttles = throttles;
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            boolean throttled = throttles-- > 0;
            batches.add(request.requestItems().values().stream().mapToInt(keys -> keys.keys().size()).sum());
            Map<String, List<Map<String, AttributeValue>>> items = new HashMap<>();
            Map<String, KeysAndAttributes> left = new HashMap<>();
            request.requestItems().forEach((table, asked) -> {
                consistent.add(asked.consistentRead());
                int served = throttled ? 1 : asked.keys().size();
                items.put(table, asked.keys().subList(0, served));
                if (served < asked.keys().size()) {
                    left.put(table, asked.toBuilder().keys(asked.keys().subList(served, asked.keys().size())).build());
                }
            });
            return BatchGetItemResponse.builder().responses(items).unprocessedKeys(left).build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
