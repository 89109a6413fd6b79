package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.optionalText;
import static dev.stampede.model.table.Attributes.text;

import dev.stampede.model.Cart;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Money;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.OrderJson;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Carts, keyed by `cartId` and `sku`: an item for each line, one head, and a mark for each order that was made of the
/// cart. Neither head nor mark has a name that a SKU can have; the marks sort first, so that who wants no marks begins
/// to read at the head.
public final class CartsTable {

    public static final String KEY = "cartId";
    public static final String SORT_KEY = "sku";
    public static final String HEAD = "#cart";
    public static final String MARK = "!order#";

    static final String QUANTITY = "quantity";
    static final String PRICE = "price";
    static final String KEYS = "keys";
    static final String EXPIRES_AT = "expiresAt";
    static final String STAMP = "stamp";
    static final String BEING_ORDERED = "beingOrdered";
    static final String GONE = "gone";
    private static final String CURRENCY = "currency";
    private static final String ADDED_AT = "addedAt";
    private static final String ORDER = "order";

    private CartsTable() {}

    public static Map<String, AttributeValue> key(CartId cart, String sku) {
        return Map.of(KEY, text(cart.value()), SORT_KEY, text(sku));
    }

    public static Map<String, AttributeValue> toItem(CartId cart, CartLine line) {
        Map<String, AttributeValue> item = new HashMap<>(key(cart, line.sku()));
        item.put(QUANTITY, number(line.quantity()));
        item.put(PRICE, number(line.priceWhenAdded().minorUnits()));
        item.put(CURRENCY, text(line.priceWhenAdded().currency()));
        item.put(ADDED_AT, text(Timestamps.format(line.addedAt())));
        item.put(EXPIRES_AT, number(line.expiresAt().getEpochSecond()));
        // A set of nothing is not allowed.
        if (!line.keys().isEmpty()) {
            item.put(KEYS, AttributeValue.fromSs(List.copyOf(line.keys())));
        }
        return item;
    }

    public static CartLine fromItem(Map<String, AttributeValue> item) {
        return new CartLine(
                text(item, SORT_KEY),
                Math.toIntExact(number(item, QUANTITY)),
                new Money(number(item, PRICE), text(item, CURRENCY)),
                Instant.parse(text(item, ADDED_AT)),
                Instant.ofEpochSecond(number(item, EXPIRES_AT)),
                texts(item, KEYS));
    }

    private static Set<String> texts(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(texts -> Set.copyOf(texts.ss())).orElse(Set.of());
    }

    /// The cart that these items are. DynamoDB may take days to delete what has expired; it is left out here.
    public static Cart fromItems(CartId cart, List<Map<String, AttributeValue>> items, Instant now) {
        List<CartLine> lines = new ArrayList<>();
        Optional<String> stamp = Optional.empty();
        Optional<PlacedOrder> beingOrdered = Optional.empty();
        Set<String> gone = Set.of();
        for (Map<String, AttributeValue> item : items) {
            String name = text(item, SORT_KEY);
            if (name.equals(HEAD)) {
                stamp = optionalText(item, STAMP);
                beingOrdered = optionalText(item, BEING_ORDERED).map(CartsTable::order);
                gone = texts(item, GONE);
            } else if (!name.startsWith(MARK) && number(item, EXPIRES_AT) > now.getEpochSecond()) {
                lines.add(fromItem(item));
            }
        }
        return new Cart(cart, lines, stamp, beingOrdered, gone);
    }

    /// The orders that were made of the cart, by id.
    public static Map<String, PlacedOrder> marks(List<Map<String, AttributeValue>> items) {
        Map<String, PlacedOrder> orders = new HashMap<>();
        items.stream().filter(item -> text(item, SORT_KEY).startsWith(MARK)).forEach(item -> {
            PlacedOrder placed = order(text(item, ORDER));
            orders.put(placed.orderId(), placed);
        });
        return orders;
    }

    static Map<String, AttributeValue> mark(CartId cart, PlacedOrder placed, Instant until) {
        Map<String, AttributeValue> item = new HashMap<>(key(cart, MARK + placed.orderId()));
        item.put(ORDER, order(placed));
        item.put(EXPIRES_AT, number(until.getEpochSecond()));
        return item;
    }

    /// As in a message: an order that is sent again is the same to the letter.
    static AttributeValue order(PlacedOrder placed) {
        return text(Json.write(OrderJson.toTree(placed)));
    }

    private static PlacedOrder order(String json) {
        return OrderJson.placedFrom(Json.readObject(json));
    }
}
