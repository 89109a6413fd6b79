package dev.stampede.catalog;

import dev.stampede.lambda.Backoff;
import dev.stampede.model.Stock;
import dev.stampede.model.table.StockTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Stock levels in batches of 100, the most that BatchGetItem takes
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html).
public final class DynamoDbStockLevels implements StockLevels {

    private static final int MAX_KEYS = 100;
    private static final int MAX_ROUNDS = 5;

    private final DynamoDbClient dynamoDb;
    private final String stockTable;
    private final Backoff backoff;

    public DynamoDbStockLevels(DynamoDbClient dynamoDb, String stockTable) {
        this(dynamoDb, stockTable, Backoff.fullJitter());
    }

    public DynamoDbStockLevels(DynamoDbClient dynamoDb, String stockTable, Backoff backoff) {
        this.dynamoDb = dynamoDb;
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
        this.backoff = backoff;
    }

    @Override
    public Map<String, Stock> find(Collection<String> skus) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(skus));
        Map<String, Stock> levels = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += MAX_KEYS) {
            read(distinct.subList(from, Math.min(from + MAX_KEYS, distinct.size())), levels);
        }
        return levels;
    }

    /// What a batch could not serve comes back as unprocessed keys, with a status of 200.
    private void read(List<String> skus, Map<String, Stock> levels) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>(skus.stream().map(StockTable::key).toList());
        for (int round = 0; round < MAX_ROUNDS; round++) {
            KeysAndAttributes wanted = KeysAndAttributes.builder().keys(keys).build();
            BatchGetItemResponse response = dynamoDb.batchGetItem(get -> get.requestItems(Map.of(stockTable, wanted)));
            response.responses().getOrDefault(stockTable, List.of()).stream()
                    .map(StockTable::fromItem)
                    .forEach(stock -> levels.put(stock.sku(), stock));
            KeysAndAttributes left = response.unprocessedKeys().get(stockTable);
            if (left == null || left.keys().isEmpty()) {
                return;
            }
            keys = left.keys();
            backoff.pause(round);
        }
        throw new IllegalStateException("stock of " + keys.size() + " SKUs unread in " + MAX_ROUNDS + " rounds");
    }
}
