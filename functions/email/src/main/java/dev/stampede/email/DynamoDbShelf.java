package dev.stampede.email;

import dev.stampede.lambda.Backoff;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Stock first, and then the products of which there is any, in batches of 100, the most that BatchGetItem takes
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html).
public final class DynamoDbShelf implements Shelf {

    private static final int MAX_KEYS = 100;
    private static final int MAX_ROUNDS = 5;

    private final DynamoDbClient dynamoDb;
    private final String productsTable;
    private final String stockTable;
    private final Backoff backoff;

    public DynamoDbShelf(DynamoDbClient dynamoDb, String productsTable, String stockTable, Backoff backoff) {
        this.dynamoDb = dynamoDb;
        this.productsTable = Objects.requireNonNull(productsTable, "productsTable");
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
        this.backoff = backoff;
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
            if (product.orderableUnits(stocked.get(product.id()), now) > 0) {
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
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += MAX_KEYS) {
            readBatch(table, all.subList(from, Math.min(from + MAX_KEYS, all.size())).stream().map(key).toList(), each);
        }
    }

    /// What a batch could not serve comes back as unprocessed keys, with a status of 200.
    private void readBatch(
            String table, List<Map<String, AttributeValue>> wanted, Consumer<Map<String, AttributeValue>> each) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>(wanted);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            KeysAndAttributes request = KeysAndAttributes.builder().keys(keys).build();
            BatchGetItemResponse response = dynamoDb.batchGetItem(get -> get.requestItems(Map.of(table, request)));
            response.responses().getOrDefault(table, List.of()).forEach(each);
            KeysAndAttributes left = response.unprocessedKeys().get(table);
            if (left == null || left.keys().isEmpty()) {
                return;
            }
            keys = left.keys();
            backoff.pause(round);
        }
        throw new IllegalStateException(keys.size() + " items of " + table + " unread in " + MAX_ROUNDS + " rounds");
    }
}
