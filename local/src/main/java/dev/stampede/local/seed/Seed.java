package dev.stampede.local.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The demo catalogue: the same products and stock on every machine, planted once into empty tables.
public final class Seed {

    private static final String CATALOG = "/seed/catalog.json";

    private Seed() {}

    /// @return how many products were planted; 0 when the shop has products already
    public static int plant(DynamoDbClient dynamoDb, String productsTable, String stockTable) {
        if (!dynamoDb.scan(scan -> scan.tableName(productsTable).limit(1)).items().isEmpty()) {
            return 0;
        }
        List<JsonNode> products = new ArrayList<>();
        catalog().get("products").forEach(products::add);
        // Stock first: a product that shows without stock would read as sold out.
        products.forEach(product -> put(dynamoDb, stockTable, StockTable.toItem(stock(product))));
        products.forEach(product -> put(dynamoDb, productsTable, ProductsTable.toItem(product(product))));
        return products.size();
    }

    private static void put(DynamoDbClient dynamoDb, String table, Map<String, AttributeValue> item) {
        dynamoDb.putItem(put -> put.tableName(table).item(item));
    }

    private static Product product(JsonNode product) {
        return new Product(
                product.get("id").asText(),
                product.get("name").asText(),
                money(product.get("price")),
                Optional.ofNullable(product.get("originalPrice")).filter(was -> !was.isNull()).map(Seed::money),
                product.get("description").asText(),
                product.get("category").asText(),
                product.get("image").asText(),
                1);
    }

    private static Stock stock(JsonNode product) {
        return Stock.of(product.get("id").asText(), product.get("stock").asLong());
    }

    private static Money money(JsonNode decimal) {
        return Money.ofDecimal(new BigDecimal(decimal.asText()));
    }

    private static JsonNode catalog() {
        try (InputStream in = Seed.class.getResourceAsStream(CATALOG)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
