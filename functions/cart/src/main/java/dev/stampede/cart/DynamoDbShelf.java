package dev.stampede.cart;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.BatchRead;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Products and their stock in one call: a cart's 20 lines and one more are 42 keys.
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
    public Map<String, Offer> find(Collection<String> skus) {
        Map<String, Product> products = new HashMap<>();
        Map<String, Stock> stock = new HashMap<>();
        List<BatchRead.Key> keys = skus.stream()
                .distinct()
                .flatMap(sku -> Stream.of(
                        new BatchRead.Key(productsTable, ProductsTable.key(sku)),
                        new BatchRead.Key(stockTable, StockTable.key(sku))))
                .toList();
        batchRead.read(keys, Map.of(
                productsTable, item -> {
                    Product product = ProductsTable.fromItem(item);
                    products.put(product.id(), product);
                },
                stockTable, item -> {
                    Stock level = StockTable.fromItem(item);
                    stock.put(level.sku(), level);
                }));
        Map<String, Offer> offers = new HashMap<>();
        products.forEach((sku, product) -> offers.put(
                sku, new Offer(product, stock.getOrDefault(sku, Stock.of(sku, 0)))));
        return offers;
    }
}
