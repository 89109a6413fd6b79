package dev.stampede.local.simulation;

import dev.stampede.local.simulation.Table.Write;
import dev.stampede.local.simulation.Tokens.Scope;
import dev.stampede.model.wire.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The tables of the shop, under the names that they have on the laptop, and who hears of what is written to them.
final class Tables {

    private final Map<String, Table> byName = new LinkedHashMap<>();
    private final Map<String, Condition> conditions = new HashMap<>();
    private final Map<String, UpdateExpression> updates = new HashMap<>();
    private final List<Consumer<List<Write>>> listeners = new ArrayList<>();

    final Table products = add("Products", "productId");
    final Table stock = add("Stock", "sku");
    final Table orders = add("Orders", "orderId");
    final Table limits = add("PurchaseLimits", "customerSku");
    final Table payments = add("Payments", "orderId");
    final Table fraudSignals = add("FraudSignals", "signal");
    final Table salesMetrics = add("SalesMetrics", "day", "metric");
    final Table emails = add("Emails", "mailId");

    private Table add(String name, String... keyNames) {
        Table table = new Table(name, keyNames);
        byName.put(name, table);
        return table;
    }

    Table named(String name) {
        Table table = byName.get(name);
        if (table == null) {
            throw new IllegalArgumentException("there is no table " + name);
        }
        return table;
    }

    /// @param listener is told what was written together
    void onCommit(Consumer<List<Write>> listener) {
        listeners.add(listener);
    }

    void committed(List<Write> writes) {
        listeners.forEach(listener -> listener.accept(writes));
    }

    /// Whether somebody has to look at an order by then.
    boolean anyDue(Instant then) {
        String until = Timestamps.format(then);
        return orders.items().stream().anyMatch(order -> isBefore(order, "dueAt", until));
    }

    /// What a time to live on the end of the reservation would do, sooner or later.
    void deleteExpired(Dice dice, long now) {
        String until = Timestamps.format(Instant.ofEpochMilli(now));
        for (String key : List.copyOf(orders.keys())) {
            Map<String, AttributeValue> order = orders.get(key);
            if (order != null && order.get("status").s().equals("RESERVED") && isBefore(order, "holdUntil", until)
                    && dice.chance(0.1)) {
                committed(List.of(orders.delete(key, now)));
            }
        }
    }

    private static boolean isBefore(Map<String, AttributeValue> order, String attribute, String until) {
        return order.containsKey(attribute) && order.get(attribute).s().compareTo(until) <= 0;
    }

    /// @param condition null where there is none, which always holds
    boolean holds(
            String condition, Map<String, AttributeValue> item, Map<String, String> names, Map<String, AttributeValue> values) {
        return condition == null || conditions.computeIfAbsent(condition, Condition::of)
                .holds(new Scope(item == null ? Map.of() : item, names, values));
    }

    /// @param key what an item that is not there yet begins as
    Map<String, AttributeValue> updated(
            String update, Map<String, AttributeValue> item, Map<String, AttributeValue> key,
            Map<String, String> names, Map<String, AttributeValue> values) {
        try {
            return updates.computeIfAbsent(update, UpdateExpression::of)
                    .on(new Scope(item == null ? key : item, names, values));
        } catch (UpdateExpression.InvalidUpdate e) {
            throw AwsErrors.invalid(e.getMessage());
        }
    }
}
