package dev.stampede.email;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.BatchRead;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Stock first, and then the products of which there is any.
public final class DynamoDbShelf implements Shelf {

    private final BatchRead batchRead;
    private final String productsTable;
    private final String stockTable;

    public DynamoDbShelf(DynamoDbClient dynamoDb, String productsTable, String stockTable) {
        this.batchRead = new BatchRead(dynamoDb, Backoff.fullJitter(), false);
        this.productsTable = Objects.requireNonNull(productsTable, "productsTable");
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
    }

    @Override
    public Map<String, Product> orderable(Collection<String> productIds, Instant now) {
        Map<String, Stock> stocked = new HashMap<>();
        read(stockTable, productIds, StockTable::key, item -> {
            Stock stock = StockTable.fromItem(item);
            if (stock.available() > 0) {
                stocked.put(stock.sku(), stock);
            }
        });
        Map<String, Product> orderable = new HashMap<>();
        read(productsTable, stocked.keySet(), ProductsTable::key, item -> {
            Product product = ProductsTable.fromItem(item);
            if (product.orderableUnits(Objects.requireNonNull(stocked.get(product.id())), now) > 0) {
                orderable.put(product.id(), product);
            }
        });
        return orderable;
    }

    private void read(
            String table,
            Collection<String> ids,
            Function<String, Map<String, AttributeValue>> key,
            Consumer<Map<String, AttributeValue>> each) {
        batchRead.read(
                ids.stream().distinct().map(id -> new BatchRead.Key(table, key.apply(id))).toList(),
                Map.of(table, each));
    }
}
