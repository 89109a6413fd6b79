package dev.stampede.catalog;

import dev.stampede.model.Stock;
import dev.stampede.model.table.StockTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/// Stock levels one by one, for functions that look at one product and may make no batch reads.
public final class DynamoDbStockLevel implements StockLevels {

    private final DynamoDbClient dynamoDb;
    private final String stockTable;
    private final boolean consistent;

    /// @param consistent whether levels hold all that was written before, at twice the units
    public DynamoDbStockLevel(DynamoDbClient dynamoDb, String stockTable, boolean consistent) {
        this.dynamoDb = dynamoDb;
        this.consistent = consistent;
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
    }

    @Override
    public Map<String, Stock> find(Collection<String> skus) {
        Map<String, Stock> levels = new HashMap<>();
        for (String sku : skus) {
            GetItemResponse response = dynamoDb.getItem(get -> get
                    .tableName(stockTable)
                    .key(StockTable.key(sku))
                    .consistentRead(consistent));
            if (response.hasItem()) {
                levels.put(sku, StockTable.fromItem(response.item()));
            }
        }
        return levels;
    }
}
