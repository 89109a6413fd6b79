package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.Stock;
import dev.stampede.model.table.StockTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Requirement 4.
class DynamoDbStockLevelsTest {

    private final List<Integer> pauses = new ArrayList<>();

    @Test
    void asksForAHundredAtATimeAndEachOnce() {
        var table = new ThrottledTable(0);
        List<String> skus = IntStream.range(0, 205).mapToObj(i -> "s" + i % 201).toList();

        assertThat(levels(table).find(skus)).hasSize(201).containsEntry("s7", Stock.of("s7", 7));
        assertThat(table.batches).containsExactly(100, 100, 1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void asksAgainForWhatWasLeftUnprocessed() {
        var table = new ThrottledTable(3);

        assertThat(levels(table).find(List.of("s1", "s2", "s3", "s4", "s5"))).hasSize(5);
        assertThat(table.batches).containsExactly(5, 4, 3, 2);
        assertThat(pauses).containsExactly(0, 1, 2);
    }

    @Test
    void givesUpAfterAFewRounds() {
        List<String> skus = IntStream.range(0, 50).mapToObj(i -> "s" + i).toList();

        assertThatThrownBy(() -> levels(new ThrottledTable(100)).find(skus))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pauses).hasSize(5);
    }

    private DynamoDbStockLevels levels(DynamoDbClient client) {
        return new DynamoDbStockLevels(client, "Stock", pauses::add);
    }

    /// Serves only the first key of a call for as often as it is told to. SKU `s7` has 7 units.
    private static final class ThrottledTable implements DynamoDbClient {

        final List<Integer> batches = new ArrayList<>();
        private int throttles;

        ThrottledTable(int throttles) {
            this.throttles = throttles;
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            List<Map<String, AttributeValue>> keys = request.requestItems().get("Stock").keys();
            batches.add(keys.size());
            int served = throttles-- > 0 ? 1 : keys.size();
            List<Map<String, AttributeValue>> left = keys.subList(served, keys.size());
            return BatchGetItemResponse.builder()
                    .responses(Map.of("Stock", keys.subList(0, served).stream()
                            .map(key -> key.get("sku").s())
                            .map(sku -> StockTable.toItem(Stock.of(sku, Long.parseLong(sku.substring(1)))))
                            .toList()))
                    .unprocessedKeys(left.isEmpty()
                            ? Map.of()
                            : Map.of("Stock", KeysAndAttributes.builder().keys(left).build()))
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
