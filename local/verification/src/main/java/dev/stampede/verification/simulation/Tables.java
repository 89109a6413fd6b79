package dev.stampede.verification.simulation;

import static dev.stampede.model.table.Attributes.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.model.wire.Timestamps;
import dev.stampede.verification.simulation.Table.Write;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The tables of the shop in an engine of their own, and who hears of what is written to them.
final class Tables {

    private final InstantSource clock;
    private final DynamoDb engine;
    private final Map<String, Table> byName = new LinkedHashMap<>();
    private final List<Consumer<List<Write>>> listeners = new ArrayList<>();
    private Runnable whileHeld = () -> {};

    final Table products;
    final Table stock;
    final Table orders;
    final Table limits;
    final Table payments;
    final Table salesMetrics;
    final Table emails;

    Tables(InstantSource clock) {
        this.clock = clock;
        engine = DynamoDb.inMemory(settings(clock), () -> whileHeld.run());
        Wiring.TABLES.forEach(table -> byName.put(table.name(), new Table(engine, table)));
        products = named("Products");
        stock = named("Stock");
        orders = named("Orders");
        limits = named("PurchaseLimits");
        payments = named("Payments");
        salesMetrics = named("SalesMetrics");
        emails = named("Emails");
    }

    /// No thread of the engine's own runs, and nothing in it expires.
    static DynamoDb.Settings settings(InstantSource clock) {
        return new DynamoDb.Settings(clock, "us-east-1", "000000000000", false, _ -> {}, false);
    }

    Table named(String name) {
        Table table = byName.get(name);
        if (table == null) {
            throw new IllegalArgumentException("there is no table " + name);
        }
        return table;
    }

    /// @param action what each transaction does while it holds its items
    /// @return what it was until now
    Runnable whileHeld(Runnable action) {
        Runnable before = whileHeld;
        whileHeld = action;
        return before;
    }

    /// @param listener is told what was written together
    void onCommit(Consumer<List<Write>> listener) {
        listeners.add(listener);
    }

    /// @throws DynamoDbException when the engine refuses it
    ObjectNode read(String operation, ObjectNode request) {
        return engine.call(operation, request).body();
    }

    /// Asks the engine to write, and tells the listeners what it has written.
    ///
    /// @throws DynamoDbException when the engine refuses it
    ObjectNode write(String operation, ObjectNode request) {
        ObjectNode answer = engine.call(operation, request).body();
        List<Write> writes = new ArrayList<>();
        written(request, answer).forEach(name -> writes.addAll(named(name).news(clock.millis())));
        if (!writes.isEmpty()) {
            listeners.forEach(listener -> listener.accept(writes));
        }
        return answer;
    }

    private static Set<String> written(JsonNode request, JsonNode answer) {
        Set<String> names = new LinkedHashSet<>();
        if (request.has("TableName")) {
            names.add(request.get("TableName").textValue());
        } else if (request.has("TransactItems")) {
            for (JsonNode item : request.get("TransactItems")) {
                item.forEach(action -> names.add(action.get("TableName").textValue()));
            }
        } else {
            // Only the answers say what statements are about.
            names.addAll(answer.findValuesAsText("TableName"));
        }
        return names;
    }

    void put(Table table, Map<String, AttributeValue> item) {
        write("PutItem", request(table).<ObjectNode>set("Item", ItemJson.json(item)));
    }

    /// Whether somebody has to look at an order by then.
    boolean anyDue(Instant then) {
        String until = Timestamps.format(then);
        return orders.items().stream().anyMatch(order -> isBefore(order, "dueAt", until));
    }

    /// What a time to live on the end of the reservation would do, sooner or later.
    void deleteExpired(Dice dice) {
        String until = Timestamps.format(clock.instant());
        for (String key : List.copyOf(orders.keys())) {
            Map<String, AttributeValue> order = orders.get(key);
            if (order != null && required(order, "status").s().equals("RESERVED") && isBefore(order, "holdUntil", until)
                    && dice.chance(0.1)) {
                write("DeleteItem", request(orders).<ObjectNode>set("Key", ItemJson.json(orders.keyItem(order))));
            }
        }
    }

    /// The tables of which a scan finds something else than their streams have told: none, while the engine is right.
    List<String> untold() {
        return byName.values().stream()
                .filter(table -> {
                    Set<Map<String, AttributeValue>> told = Set.copyOf(table.items());
                    JsonNode found = read("Scan", request(table)).get("Items");
                    return found.size() != told.size()
                            || !found.valueStream().map(ItemJson::item).allMatch(told::contains);
                })
                .map(Table::name)
                .toList();
    }

    private static ObjectNode request(Table table) {
        return JsonNodeFactory.instance.objectNode().put("TableName", table.name());
    }

    private static boolean isBefore(Map<String, AttributeValue> order, String attribute, String until) {
        return order.containsKey(attribute) && order.get(attribute).s().compareTo(until) <= 0;
    }
}
