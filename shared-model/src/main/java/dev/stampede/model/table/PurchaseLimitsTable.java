package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How many units of something one customer has, keyed by `customerSku`, a [PurchaseCounter]. Only what carries a limit is
/// counted.
public final class PurchaseLimitsTable {

    public static final String KEY = "customerSku";

    private PurchaseLimitsTable() {}

    public static Map<String, AttributeValue> key(String counter) {
        return Map.of(KEY, text(counter));
    }

    public static long bought(Map<String, AttributeValue> item) {
        return number(item, "bought");
    }

    /// Counts units, only while the customer stays within the limit.
    ///
    /// @throws IllegalArgumentException where the units alone are above it
    public static ConditionalUpdate take(String counter, long units, long limit) {
        if (units > limit) {
            throw new IllegalArgumentException(units + " units are above the limit of " + limit);
        }
        return new ConditionalUpdate(
                key(counter),
                "SET bought = if_not_exists(bought, :none) + :units",
                "attribute_not_exists(bought) OR bought <= :room",
                Map.of(),
                Map.of(":none", number(0), ":units", number(units), ":room", number(limit - units)));
    }

    /// Takes units off the count, as the order that counted them has ended.
    public static ConditionalUpdate release(String counter, long units) {
        return new ConditionalUpdate(
                key(counter),
                "SET bought = bought - :units",
                "bought >= :units",
                Map.of(),
                Map.of(":units", number(units)));
    }
}
