package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Products, keyed by `productId`, with the index `byCategory` (category, productId).
public final class ProductsTable {

    public static final String KEY = "productId";
    public static final String BY_CATEGORY = "byCategory";
    public static final String CATEGORY = "category";
    private static final String VERSION = "version";

    private ProductsTable() {}

    public static Map<String, AttributeValue> key(String productId) {
        return Map.of(KEY, text(productId));
    }

    public static Map<String, AttributeValue> toItem(Product product) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(KEY, text(product.id()));
        item.put("name", text(product.name()));
        item.put("price", number(product.price().minorUnits()));
        product.originalPrice().ifPresent(was -> item.put("originalPrice", number(was.minorUnits())));
        item.put("currency", text(product.price().currency()));
        item.put("description", text(product.description()));
        item.put(CATEGORY, text(product.category()));
        item.put("image", text(product.image()));
        product.limitPerCustomer().ifPresent(limit -> item.put("limitPerCustomer", number(limit)));
        product.sale().ifPresent(sale -> item.put("sale", AttributeValue.fromM(toAttributes(sale))));
        item.put("createdAt", text(Timestamps.format(product.createdAt())));
        item.put(VERSION, number(product.version()));
        return item;
    }

    /// The condition under which a product is still as it was seen; an item from before versions counts as the first.
    public static Condition isVersion(long version) {
        return new Condition(
                version == 1
                        ? "attribute_exists(productId) AND (attribute_not_exists(#version) OR #version = :version)"
                        : "#version = :version",
                Map.of("#version", VERSION),
                Map.of(":version", number(version)));
    }

    public static Product fromItem(Map<String, AttributeValue> item) {
        String currency = text(item, "currency");
        return new Product(
                text(item, KEY),
                text(item, "name"),
                new Money(number(item, "price"), currency),
                Optional.ofNullable(item.get("originalPrice"))
                        .map(was -> new Money(Long.parseLong(was.n()), currency)),
                text(item, "description"),
                text(item, CATEGORY),
                text(item, "image"),
                optionalInteger(item, "limitPerCustomer"),
                Optional.ofNullable(item.get("sale")).map(AttributeValue::m).map(sale -> sale(sale, currency)),
                Attributes.optionalText(item, "createdAt").map(Instant::parse).orElse(Instant.EPOCH),
                item.containsKey(VERSION) ? number(item, VERSION) : 1);
    }

    private static Map<String, AttributeValue> toAttributes(Sale sale) {
        Map<String, AttributeValue> attributes = new HashMap<>(Map.of(
                "id", text(sale.id()),
                "startsAt", text(Timestamps.format(sale.startsAt())),
                "endsAt", text(Timestamps.format(sale.endsAt())),
                "price", number(sale.price().minorUnits()),
                "units", number(sale.units())));
        sale.limitPerCustomer().ifPresent(limit -> attributes.put("limitPerCustomer", number(limit)));
        return attributes;
    }

    private static Sale sale(Map<String, AttributeValue> sale, String currency) {
        return new Sale(
                text(sale, "id"),
                Instant.parse(text(sale, "startsAt")),
                Instant.parse(text(sale, "endsAt")),
                new Money(number(sale, "price"), currency),
                number(sale, "units"),
                optionalInteger(sale, "limitPerCustomer"));
    }

    private static Optional<Integer> optionalInteger(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(value -> Integer.valueOf(value.n()));
    }
}
