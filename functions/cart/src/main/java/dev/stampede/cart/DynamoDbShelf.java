package dev.stampede.cart;

import dev.stampede.lambda.Backoff;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
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

/// Products and their stock in one call. A cart's 20 lines and one more are 42 keys, of the 100 that BatchGetItem takes
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html).
public final class DynamoDbShelf implements Shelf {

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
    public Map<String, Offer> find(Collection<String> skus) {
        Map<String, Product> products = new HashMap<>();
        Map<String, Stock> stock = new HashMap<>();
        List<String> distinct = List.copyOf(new LinkedHashSet<>(skus));
        Map<String, KeysAndAttributes> wanted = Map.of(
                productsTable, keys(distinct.stream().map(ProductsTable::key).toList()),
                stockTable, keys(distinct.stream().map(StockTable::key).toList()));
        for (int round = 0; !wanted.isEmpty(); round++) {
            wanted = read(wanted, round, products, stock);
        }
        Map<String, Offer> offers = new HashMap<>();
        products.forEach((sku, product) -> offers.put(
                sku, new Offer(product, stock.getOrDefault(sku, Stock.of(sku, 0)))));
        return offers;
    }

    /// What a batch could not serve comes back as unprocessed keys, with a status of 200.
    private Map<String, KeysAndAttributes> read(
            Map<String, KeysAndAttributes> wanted, int round, Map<String, Product> products, Map<String, Stock> stock) {
        if (round == MAX_ROUNDS) {
            throw new IllegalStateException("items of " + wanted.keySet() + " unread in " + MAX_ROUNDS + " rounds");
        }
        if (round > 0) {
            backoff.pause(round - 1);
        }
        BatchGetItemResponse response = dynamoDb.batchGetItem(get -> get.requestItems(wanted));
        response.responses().getOrDefault(productsTable, List.of()).stream()
                .map(ProductsTable::fromItem)
                .forEach(product -> products.put(product.id(), product));
        response.responses().getOrDefault(stockTable, List.of()).stream()
                .map(StockTable::fromItem)
                .forEach(level -> stock.put(level.sku(), level));
        return response.unprocessedKeys();
    }

    private static KeysAndAttributes keys(List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).build();
    }
}
