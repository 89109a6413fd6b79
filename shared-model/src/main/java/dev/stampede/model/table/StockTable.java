package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;

import dev.stampede.model.Stock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Stock, keyed by `sku`; apart from the products because it is the hot, contended item.
public final class StockTable {

    public static final String KEY = "sku";

    private StockTable() {}

    public static Map<String, AttributeValue> key(String sku) {
        return Map.of(KEY, text(sku));
    }

    public static Map<String, AttributeValue> toItem(Stock stock) {
        return Map.of(
                KEY, text(stock.sku()),
                "available", number(stock.available()),
                "reserved", number(stock.reserved()),
                "sold", number(stock.sold()));
    }

    public static Stock fromItem(Map<String, AttributeValue> item) {
        return new Stock(text(item, KEY), number(item, "available"), number(item, "reserved"), number(item, "sold"));
    }

    /// Takes units out of what is available, only while there are as many.
    public static ConditionalUpdate reserve(String sku, long units) {
        return move(sku, "available", "reserved", units);
    }

    /// Turns reserved units into sold ones.
    public static ConditionalUpdate sell(String sku, long units) {
        return move(sku, "reserved", "sold", units);
    }

    /// Gives reserved units back to what is available.
    public static ConditionalUpdate release(String sku, long units) {
        return move(sku, "reserved", "available", units);
    }

    private static ConditionalUpdate move(String sku, String from, String to, long units) {
        return new ConditionalUpdate(
                key(sku),
                "SET #from = #from - :units, #to = #to + :units",
                "#from >= :units",
                Map.of("#from", from, "#to", to),
                Map.of(":units", number(units)));
    }
}
