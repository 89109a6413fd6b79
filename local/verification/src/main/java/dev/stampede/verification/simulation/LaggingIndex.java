package dev.stampede.verification.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.DynamoDb;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A table as somebody sees it to whom some of the last changes have not come yet. It is an engine by itself, so that a
/// query of an index that lags is a query like any other.
final class LaggingIndex {

    private final Table table;
    private final InstantSource clock;
    private final DynamoDb engine;
    private final Map<String, Map<String, AttributeValue>> seen = new HashMap<>();

    LaggingIndex(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
        engine = DynamoDb.inMemory(Tables.settings(clock));
        Wiring.TABLES.stream()
                .filter(each -> each.name().equals(table.name()))
                .forEach(each -> engine.call("CreateTable", TableRequests.create(each)));
    }

    /// @param late the keys of the items that are seen as they were a moment ago
    ObjectNode query(ObjectNode request, Set<String> late) {
        for (String key : table.keys()) {
            see(key, late.contains(key) ? table.stale(key, clock.millis()) : table.get(key));
        }
        return engine.call("Query", request).body();
    }

    private void see(String key, @Nullable Map<String, AttributeValue> item) {
        Map<String, AttributeValue> before = seen.put(key, item);
        if (before == item) {
            return;
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("TableName", table.name());
        if (item == null) {
            engine.call("DeleteItem", request.<ObjectNode>set("Key", ItemJson.json(table.keyItem(before))));
        } else {
            engine.call("PutItem", request.<ObjectNode>set("Item", ItemJson.json(item)));
        }
    }
}
