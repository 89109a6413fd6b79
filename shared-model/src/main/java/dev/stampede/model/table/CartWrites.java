package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;

import dev.stampede.model.Cart;
import dev.stampede.model.CartAddition;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The writes of the Carts table. Each holds only while what it depends on is as it was read, and none of them goes by
/// what has expired.
public final class CartWrites {

    /// A request has two.
    private static final int MAX_KEYS = 32;
    private static final int MAX_GONE = 128;
    private static final Map<String, String> NO_NAMES = Map.of();

    private CartWrites() {}

    /// Puts more units into a line, once for each key, only while it is the same line and there is room for them.
    public static ConditionalUpdate raise(
            CartId cart, CartLine seen, CartAddition wanted, Money price, Instant until, Instant now) {
        // The oldest keys go with all others once there are many: nobody comes back with one of those.
        String keys = seen.keys().size() < MAX_KEYS ? " ADD #keys :keys" : ", #keys = :keys";
        return new ConditionalUpdate(
                CartsTable.key(cart, seen.sku()),
                "SET quantity = quantity + :units, price = :price, expiresAt = :until" + keys,
                "addedAt = :added AND quantity <= :room AND expiresAt > :now AND NOT contains(#keys, :key)",
                Map.of("#keys", CartsTable.KEYS),
                Map.of(
                        ":units", number(wanted.quantity()),
                        ":price", number(price.minorUnits()),
                        ":until", number(until.getEpochSecond()),
                        ":keys", AttributeValue.fromSs(List.copyOf(wanted.marks())),
                        ":key", text(wanted.key()),
                        ":added", text(Timestamps.format(seen.addedAt())),
                        ":room", number(OrderLine.MAX_QUANTITY - wanted.quantity()),
                        ":now", number(now.getEpochSecond())));
    }

    public static ConditionalUpdate set(CartId cart, String sku, int quantity, Instant until, Instant now) {
        return new ConditionalUpdate(
                CartsTable.key(cart, sku),
                "SET quantity = :quantity, expiresAt = :until",
                "expiresAt > :now",
                NO_NAMES,
                Map.of(
                        ":quantity", number(quantity),
                        ":until", number(until.getEpochSecond()),
                        ":now", number(now.getEpochSecond())));
    }

    /// Puts a line where there is none.
    public static TransactWriteItem put(String table, CartId cart, CartLine line, Instant now) {
        return action(Put.builder()
                .tableName(table)
                .item(CartsTable.toItem(cart, line))
                .conditionExpression("attribute_not_exists(sku) OR expiresAt <= :now")
                .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond())))
                .build());
    }

    /// Brings a line from the units it was read with to others, and deletes it where none are left.
    public static TransactWriteItem change(String table, CartId cart, CartLine seen, int left, Instant until) {
        Map<String, AttributeValue> asRead = Map.of(":seen", number(seen.quantity()));
        if (left == 0) {
            return TransactWriteItem.builder()
                    .delete(delete -> delete
                            .tableName(table)
                            .key(CartsTable.key(cart, seen.sku()))
                            .conditionExpression("quantity = :seen")
                            .expressionAttributeValues(asRead))
                    .build();
        }
        Map<String, AttributeValue> values = new HashMap<>(asRead);
        values.put(":left", number(left));
        values.put(":until", number(until.getEpochSecond()));
        return new ConditionalUpdate(CartsTable.key(cart, seen.sku()), "SET quantity = :left, expiresAt = :until",
                "quantity = :seen", NO_NAMES, values).action(table);
    }

    /// Remembers the keys of a line that leaves, so that a late repeat of the requests that put it in is known. The
    /// head may have expired before its lines: then it is made anew.
    public static TransactWriteItem forget(String table, Cart seen, CartLine line, Instant until) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":until", number(until.getEpochSecond())));
        String update = "SET expiresAt = :until" + gone(seen, line.keys(), values);
        return TransactWriteItem.builder()
                .update(head -> head
                        .tableName(table)
                        .key(CartsTable.key(seen.id(), CartsTable.HEAD))
                        .updateExpression(update)
                        .expressionAttributeValues(values))
                .build();
    }

    /// Keeps an item that there is, a line or the head, for longer.
    public static ConditionalUpdate renew(CartId cart, String name, Instant until) {
        return new ConditionalUpdate(CartsTable.key(cart, name), "SET expiresAt = :until", "attribute_exists(sku)",
                NO_NAMES, Map.of(":until", number(until.getEpochSecond())));
    }

    /// Another stamp, only while the cart has the one it was read with.
    ///
    /// @param gone keys of units that do not come in as a line of their own
    public static ConditionalUpdate restamp(Cart seen, String stamp, Instant until, Set<String> gone) {
        return head(seen, "SET stamp = :stamp, expiresAt = :until", "", stamp, until, Map.of(), gone);
    }

    /// The same, and only while no order takes the lines.
    ///
    /// @param gone keys of the lines that leave
    public static ConditionalUpdate restampUnlessBeingOrdered(
            Cart seen, String stamp, Instant until, Set<String> gone) {
        return head(seen, "SET stamp = :stamp, expiresAt = :until", " AND attribute_not_exists(beingOrdered)", stamp,
                until, Map.of(), gone);
    }

    /// Says in the cart that this order takes its lines, only while they are there to be taken and no other does.
    public static ConditionalUpdate claim(Cart seen, PlacedOrder placed, String stamp, Instant until) {
        return head(seen, "SET stamp = :stamp, orderId = :orderId, beingOrdered = :order, expiresAt = :until",
                " AND attribute_not_exists(beingOrdered)", stamp, until,
                Map.of(":orderId", text(placed.orderId()), ":order", CartsTable.order(placed)), Set.of());
    }

    /// The order has its lines: the way is free for the next, and the stamp another one.
    ///
    /// @param gone keys of the lines that leave
    public static ConditionalUpdate ordered(
            Cart seen, PlacedOrder placed, String stamp, Instant until, Set<String> gone) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":stamp", text(stamp),
                ":until", number(until.getEpochSecond()),
                ":orderId", text(placed.orderId())));
        return new ConditionalUpdate(
                CartsTable.key(seen.id(), CartsTable.HEAD),
                "SET stamp = :stamp, expiresAt = :until" + gone(seen, gone, values) + " REMOVE orderId, beingOrdered",
                "orderId = :orderId",
                NO_NAMES,
                values);
    }

    /// Names the order in the cart, so that its key finds it again when the lines are gone.
    public static TransactWriteItem mark(String table, CartId cart, PlacedOrder placed, Instant until) {
        return action(Put.builder().tableName(table).item(CartsTable.mark(cart, placed, until)).build());
    }

    private static ConditionalUpdate head(Cart seen, String update, String alsoWhile, String stamp, Instant until,
            Map<String, AttributeValue> more, Set<String> gone) {
        Map<String, AttributeValue> values = new HashMap<>(more);
        values.put(":stamp", text(stamp));
        values.put(":until", number(until.getEpochSecond()));
        seen.stamp().ifPresent(it -> values.put(":seen", text(it)));
        String asRead = seen.stamp().isPresent() ? "stamp = :seen" : "attribute_not_exists(stamp)";
        return new ConditionalUpdate(CartsTable.key(seen.id(), CartsTable.HEAD), update + gone(seen, gone, values),
                asRead + alsoWhile, NO_NAMES, values);
    }

    /// What adds keys to those of units that have left. As with a line's keys, the oldest go with all others once there
    /// are many. A set of nothing is not allowed.
    private static String gone(Cart seen, Set<String> keys, Map<String, AttributeValue> values) {
        if (keys.isEmpty()) {
            return "";
        }
        values.put(":gone", AttributeValue.fromSs(List.copyOf(keys)));
        return seen.gone().size() < MAX_GONE ? " ADD gone :gone" : ", gone = :gone";
    }

    private static TransactWriteItem action(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }
}
