package dev.stampede.catalog;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.BatchRead;
import dev.stampede.model.Stock;
import dev.stampede.model.table.StockTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class DynamoDbStockLevels implements StockLevels {

    private final BatchRead batchRead;
    private final String stockTable;

    public DynamoDbStockLevels(DynamoDbClient dynamoDb, String stockTable) {
        this.batchRead = new BatchRead(dynamoDb, Backoff.fullJitter(), false);
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
    }

    @Override
    public Map<String, Stock> find(Collection<String> skus) {
        Map<String, Stock> levels = new HashMap<>();
        List<BatchRead.Key> keys = skus.stream()
                .distinct()
                .map(sku -> new BatchRead.Key(stockTable, StockTable.key(sku)))
                .toList();
        batchRead.read(keys, Map.of(stockTable, item -> {
            Stock stock = StockTable.fromItem(item);
            levels.put(stock.sku(), stock);
        }));
        return levels;
    }
}
