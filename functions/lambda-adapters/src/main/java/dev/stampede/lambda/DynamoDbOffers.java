package dev.stampede.lambda;

import dev.stampede.lambda.BatchRead.Key;
import dev.stampede.model.Offer;
import dev.stampede.model.Offers;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Offers out of two tables in one call: the 20 lines of a cart and one more are 42 keys.
public final class DynamoDbOffers implements Offers {

    private final BatchRead batchRead;
    private final BatchRead consistentRead;
    private final String productsTable;
    private final String stockTable;

    public DynamoDbOffers(DynamoDbClient dynamoDb, String productsTable, String stockTable) {
        this.batchRead = new BatchRead(dynamoDb, Backoff.fullJitter(), false);
        this.consistentRead = new BatchRead(dynamoDb, Backoff.fullJitter(), true);
        this.productsTable = Objects.requireNonNull(productsTable, "productsTable");
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
    }

    @Override
    public Map<String, Offer> find(Collection<String> skus) {
        return read(skus, batchRead);
    }

    @Override
    public Map<String, Offer> findNow(Collection<String> skus) {
        return read(skus, consistentRead);
    }

    private Map<String, Offer> read(Collection<String> skus, BatchRead how) {
        List<Key> keys = new ArrayList<>();
        for (String sku : new LinkedHashSet<>(skus)) {
            keys.add(new Key(stockTable, StockTable.key(sku)));
            keys.add(new Key(productsTable, ProductsTable.key(sku)));
        }
        List<Product> products = new ArrayList<>();
        Map<String, Stock> stock = new HashMap<>();
        how.read(keys, Map.of(
                productsTable, item -> products.add(ProductsTable.fromItem(item)),
                stockTable, item -> {
                    Stock read = StockTable.fromItem(item);
                    stock.put(read.sku(), read);
                }));
        Map<String, Offer> offers = new HashMap<>();
        products.forEach(product -> offers.put(
                product.id(), new Offer(product, stock.getOrDefault(product.id(), Stock.of(product.id(), 0)))));
        return offers;
    }
}
