package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;

import dev.stampede.model.ForSale;
import dev.stampede.model.Stock;
import dev.stampede.model.StockMove;
import dev.stampede.model.StockMove.InSale;
import dev.stampede.model.StockState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Stock, keyed by `sku`; apart from the products because it is the hot, contended item. What a sale has left is the
/// attribute `sale#` and its id, made with the first unit that is sold in it, or when a sale that has started leaves
/// its product: so stock and sale are one condition on one item. `soldSince` and `soldUntil`, in milliseconds, are when
/// the staff made the product and deleted it.
public final class StockTable {

    public static final String KEY = "sku";
    static final String SALE = "sale#";
    static final String SOLD_SINCE = "soldSince";
    static final String SOLD_UNTIL = "soldUntil";

    private StockTable() {}

    public static Map<String, AttributeValue> key(String sku) {
        return Map.of(KEY, text(sku));
    }

    public static Map<String, AttributeValue> toItem(Stock stock) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                KEY, text(stock.sku()),
                "available", number(stock.available()),
                "reserved", number(stock.reserved()),
                "sold", number(stock.sold())));
        stock.saleUnitsLeft().forEach((sale, left) -> item.put(SALE + sale, number(left)));
        Instant since = stock.forSale().since();
        if (!since.equals(ForSale.ALWAYS.since())) {
            item.put(SOLD_SINCE, number(since.toEpochMilli()));
        }
        Instant until = stock.forSale().until();
        if (!until.equals(ForSale.OPEN)) {
            item.put(SOLD_UNTIL, number(until.toEpochMilli()));
        }
        return item;
    }

    public static Stock fromItem(Map<String, AttributeValue> item) {
        Map<String, Long> saleUnitsLeft = new HashMap<>();
        item.forEach((name, value) -> {
            if (name.startsWith(SALE)) {
                saleUnitsLeft.put(name.substring(SALE.length()), Long.parseLong(value.n()));
            }
        });
        return new Stock(text(item, KEY), number(item, "available"), number(item, "reserved"), number(item, "sold"),
                saleUnitsLeft,
                new ForSale(
                        moment(item, SOLD_SINCE).orElse(ForSale.ALWAYS.since()),
                        moment(item, SOLD_UNTIL).orElse(ForSale.OPEN)));
    }

    /// Takes units out of what is available, only while there are as many, in stock and in each sale concerned, and
    /// only for orders that were placed while the product was for sale.
    ///
    /// @param first when the first of the orders was placed that want them
    /// @param last  when the last of them was
    /// @throws IllegalArgumentException where more are wanted of a sale than it has in all
    public static ConditionalUpdate reserve(StockMove move, Instant first, Instant last) {
        Expression expression = new Expression(move, "available", "reserved");
        expression.sellOnlyTo(first, last);
        move.sales().forEach(expression::take);
        return expression.update();
    }

    /// Moves units from where one state keeps them to where another does, only while they are there. Units that become
    /// available again are given back to their sale as well.
    ///
    /// @return empty where both states keep them in the same place
    public static Optional<ConditionalUpdate> move(StockMove move, StockState from, StockState to) {
        String source = column(from);
        String target = column(to);
        if (source.equals(target)) {
            return Optional.empty();
        }
        Expression expression = new Expression(move, source, target);
        if (target.equals("available")) {
            move.sales().forEach(expression::giveBack);
        }
        return Optional.of(expression.update());
    }

    /// Adds units to what is available, or takes some away, only while there are as many.
    ///
    /// @param units below zero to take some away
    public static ConditionalUpdate adjust(String sku, long units) {
        return new ConditionalUpdate(
                key(sku),
                "SET available = available + :units",
                "available >= :least",
                Map.of(),
                Map.of(":units", number(units), ":least", number(Math.max(0, -units))));
    }

    /// Sets what is available, only while it is what somebody expects.
    public static ConditionalUpdate set(String sku, long expected, long available) {
        return new ConditionalUpdate(
                key(sku),
                "SET available = :available",
                "available = :expected",
                Map.of(),
                Map.of(":available", number(available), ":expected", number(expected)));
    }

    private static Optional<Instant> moment(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? Optional.of(Instant.ofEpochMilli(number(item, name))) : Optional.empty();
    }

    private static String column(StockState state) {
        if (state == StockState.NONE) {
            throw new IllegalArgumentException("an order without units has none to move");
        }
        return switch (state.bucket()) {
            case AVAILABLE -> "available";
            case RESERVED -> "reserved";
            case SOLD -> "sold";
        };
    }

    /// An update expression that grows by one part for each sale.
    private static final class Expression {

        private final StockMove move;
        private final StringJoiner updates = new StringJoiner(", ", "SET ", "");
        private final StringJoiner conditions = new StringJoiner(" AND ");
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, AttributeValue> values = new HashMap<>();

        Expression(StockMove move, String from, String to) {
            this.move = move;
            updates.add("#from = #from - :units, #to = #to + :units");
            conditions.add("#from >= :units");
            names.putAll(Map.of("#from", from, "#to", to));
            values.put(":units", number(move.units()));
        }

        void sellOnlyTo(Instant first, Instant last) {
            values.put(":first", number(first.toEpochMilli()));
            values.put(":last", number(last.toEpochMilli()));
            conditions.add("(attribute_not_exists(" + SOLD_SINCE + ") OR " + SOLD_SINCE + " <= :first)");
            conditions.add("(attribute_not_exists(" + SOLD_UNTIL + ") OR " + SOLD_UNTIL + " > :last)");
        }

        void take(String sale, InSale in) {
            if (in.units() > in.cap()) {
                throw new IllegalArgumentException("sale " + sale + " never had " + in.units() + " units");
            }
            String n = add(sale, in.units());
            values.put(":cap" + n, number(in.cap()));
            updates.add("#sale%1$s = if_not_exists(#sale%1$s, :cap%1$s) - :in%1$s".formatted(n));
            conditions.add("(attribute_not_exists(#sale%1$s) OR #sale%1$s >= :in%1$s)".formatted(n));
        }

        void giveBack(String sale, InSale in) {
            String n = add(sale, in.units());
            values.put(":none", number(0));
            updates.add("#sale%1$s = if_not_exists(#sale%1$s, :none) + :in%1$s".formatted(n));
        }

        private String add(String sale, long units) {
            String n = Integer.toString(names.size());
            names.put("#sale" + n, SALE + sale);
            values.put(":in" + n, number(units));
            return n;
        }

        ConditionalUpdate update() {
            return new ConditionalUpdate(key(move.sku()), updates.toString(), conditions.toString(), names, values);
        }
    }
}
