package dev.stampede.cli.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.model.table.ProductsTable;
import dev.stampede.model.table.StockTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The demo catalogue: the same products and stock on every machine, planted once into empty tables.
///
/// A product may have a `limitPerCustomer`, and a `sale` with its `id`, `price`, `units` and `limitPerCustomer`. When
/// the sale begins and ends is said in minutes from the planting (`startsInMinutes`, `endsInMinutes`): so the demo
/// always has a sale that runs and one that is to come, and no date in it grows old.
public final class Seed {

    private static final String CATALOG = "/seed/catalog.json";

    /// When the demo's first product was put on sale.
    private static final Instant FIRST = Instant.parse("2026-01-01T09:00:00Z");

    private Seed() {}

    /// @param now the moment of the planting
    /// @return how many products were planted; 0 when the shop has products already
    public static int plant(DynamoDbClient dynamoDb, String productsTable, String stockTable, Instant now) {
        if (!dynamoDb.scan(scan -> scan.tableName(productsTable).limit(1)).items().isEmpty()) {
            return 0;
        }
        List<JsonNode> products = new ArrayList<>();
        catalog().get("products").forEach(products::add);
        // Stock first: a product that shows without stock would read as sold out.
        products.forEach(product -> put(dynamoDb, stockTable, StockTable.toItem(stock(product))));
        for (int i = 0; i < products.size(); i++) {
            // A day apart, in the order of the file, so that there is a newest one.
            Instant createdAt = FIRST.plus(Duration.ofDays(i));
            put(dynamoDb, productsTable, ProductsTable.toItem(product(products.get(i), createdAt, now)));
        }
        return products.size();
    }

    private static void put(DynamoDbClient dynamoDb, String table, Map<String, AttributeValue> item) {
        dynamoDb.putItem(put -> put.tableName(table).item(item));
    }

    private static Product product(JsonNode product, Instant createdAt, Instant now) {
        return new Product(
                product.get("id").asText(),
                product.get("name").asText(),
                money(product.get("price")),
                optional(product, "originalPrice").map(Seed::money),
                product.get("description").asText(),
                product.get("category").asText(),
                product.get("image").asText(),
                limit(product),
                optional(product, "sale").map(sale -> sale(sale, now)),
                createdAt,
                1);
    }

    private static Sale sale(JsonNode sale, Instant now) {
        // Whole seconds: that is what a countdown shows.
        Instant planted = now.truncatedTo(ChronoUnit.SECONDS);
        return new Sale(
                sale.get("id").asText(),
                planted.plus(Duration.ofMinutes(sale.get("startsInMinutes").asLong())),
                planted.plus(Duration.ofMinutes(sale.get("endsInMinutes").asLong())),
                money(sale.get("price")),
                sale.get("units").asLong(),
                limit(sale));
    }

    private static Optional<Integer> limit(JsonNode terms) {
        return optional(terms, "limitPerCustomer").map(JsonNode::asInt);
    }

    private static Optional<JsonNode> optional(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
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
