package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;

import dev.stampede.model.Sale;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// What the stock of a product is told in the transaction that makes the product, deletes it, or takes a sale off it.
/// Orders that wait in the queue meet it there, for each of them has to write that item. Units are left as they are;
/// where there is no stock item yet, one without units is made, so that there is nothing which an order could slip
/// past.
public final class StockMarks {

    private static final String UNITS = "SET available = if_not_exists(available, :none), "
            + "reserved = if_not_exists(reserved, :none), sold = if_not_exists(sold, :none)";
    private static final String COUNTED = ", #sale = if_not_exists(#sale, :units)";

    private StockMarks() {}

    /// Who orders from now on orders this product. It happens only while nothing is counted under the id of its sale.
    public static TransactWriteItem open(String table, String sku, Instant now, Optional<Sale> sale) {
        String since = ", " + StockTable.SOLD_SINCE + " = :now REMOVE " + StockTable.SOLD_UNTIL;
        return update(table, sku, since, Map.of(":now", number(now.toEpochMilli())), sale,
                sale.map(_ -> "attribute_not_exists(#sale)"));
    }

    /// Who orders from now on gets no unit, though the order be accepted. What orders hold stays theirs.
    ///
    /// @param started the sale that goes with the product, where it has started
    public static TransactWriteItem close(String table, String sku, Instant now, Optional<Sale> started) {
        String until = ", " + StockTable.SOLD_UNTIL + " = :now" + (started.isPresent() ? COUNTED : "");
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":now", number(now.toEpochMilli())));
        started.ifPresent(sale -> values.put(":units", number(sale.units())));
        return update(table, sku, until, values, started, Optional.empty());
    }

    /// A sale that has started leaves the product. If nothing is counted of it yet, all its units are: its first orders
    /// may still wait.
    public static TransactWriteItem count(String table, String sku, Sale started) {
        return update(table, sku, COUNTED, Map.of(":units", number(started.units())), Optional.of(started),
                Optional.empty());
    }

    private static TransactWriteItem update(String table, String sku, String what, Map<String, AttributeValue> values,
            Optional<Sale> sale, Optional<String> condition) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(":none", number(0));
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(StockTable.key(sku))
                        .updateExpression(UNITS + what)
                        .conditionExpression(condition.orElse(null))
                        .expressionAttributeNames(
                                sale.map(it -> Map.of("#sale", StockTable.SALE + it.id())).orElse(null))
                        .expressionAttributeValues(all)
                        .build())
                .build();
    }
}
