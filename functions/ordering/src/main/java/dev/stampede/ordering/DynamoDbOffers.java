package dev.stampede.ordering;

import dev.stampede.lambda.Backoff;
import dev.stampede.model.Product;
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

/// Offers out of two tables in one call.
public final class DynamoDbOffers implements Offers {

    private final DynamoDbBatchRead batchRead;
    private final String productsTable;
    private final String stockTable;

    public DynamoDbOffers(DynamoDbClient dynamoDb, String productsTable, String stockTable) {
        this.batchRead = new DynamoDbBatchRead(dynamoDb, Backoff.fullJitter(), false);
        this.productsTable = Objects.requireNonNull(productsTable, "productsTable");
        this.stockTable = Objects.requireNonNull(stockTable, "stockTable");
    }

    @Override
    public Map<String, Offer> find(Collection<String> skus) {
        List<DynamoDbBatchRead.Key> keys = new ArrayList<>();
        for (String sku : new LinkedHashSet<>(skus)) {
            keys.add(new DynamoDbBatchRead.Key(productsTable, ProductsTable.key(sku)));
            keys.add(new DynamoDbBatchRead.Key(stockTable, StockTable.key(sku)));
        }
        List<Product> products = new ArrayList<>();
        Map<String, Long> available = new HashMap<>();
        batchRead.read(keys, Map.of(
                productsTable, item -> products.add(ProductsTable.fromItem(item)),
                stockTable, item -> {
                    var stock = StockTable.fromItem(item);
                    available.put(stock.sku(), stock.available());
                }));
        Map<String, Offer> offers = new HashMap<>();
        products.forEach(product ->
                offers.put(product.id(), new Offer(product, available.getOrDefault(product.id(), 0L))));
        return offers;
    }
}
