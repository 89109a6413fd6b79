package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;

import dev.stampede.model.Customer;
import dev.stampede.model.Digest;
import dev.stampede.model.OrderLine;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How many units of something one customer has, keyed by `customerSku`: a digest of the customer's identity, `#`, and
/// what the limit counts by. Only what carries a limit is counted.
public final class PurchaseLimitsTable {

    public static final String KEY = "customerSku";

    private PurchaseLimitsTable() {}

    /// The count that a line adds to. The identity is hashed: the table is no list of customers. Who is known to own an
    /// address counts apart from everybody who writes it, so that no stranger uses up an owner's limit.
    public static String counter(Customer customer, OrderLine line) {
        String who = (customer.proven() ? "the owner of " : "") + customer.identity();
        return Digest.hex(who).substring(0, 32) + "#" + line.limitScope();
    }

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
