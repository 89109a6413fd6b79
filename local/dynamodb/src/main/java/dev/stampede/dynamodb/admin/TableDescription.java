package dev.stampede.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.table.Arns;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Index;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.table.Table;
import java.util.List;

/// Tables as the API describes them.
final class TableDescription {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Database database;
    private final Arns arns;

    TableDescription(Database database, Arns arns) {
        this.database = database;
        this.arns = arns;
    }

    ObjectNode of(Table table) {
        ObjectNode json = brief(table);
        ArrayNode definitions = json.putArray("AttributeDefinitions");
        table.types()
                .forEach((name, type) -> definitions.addObject().put("AttributeName", name).put("AttributeType", type));
        json.set("KeySchema", keySchema(table.key()));
        json.put("CreationDateTime", Throughput.seconds(table.created()));
        describeIndexes(json, table, false);
        describeIndexes(json, table, true);
        table.stream().ifPresent(stream -> {
            json.putObject("StreamSpecification")
                    .put("StreamEnabled", true)
                    .put("StreamViewType", stream.view().name());
            json.put("LatestStreamLabel", stream.label());
            json.put("LatestStreamArn", arns.stream(table.name(), stream.label()));
        });
        return json;
    }

    /// What is said of a table that is being deleted.
    ObjectNode brief(Table table) {
        ObjectNode json = JSON.objectNode()
                .put("TableName", table.name())
                .put("TableStatus", table.status().name())
                .put("TableArn", arns.table(table.name()))
                .put("TableId", table.id())
                .put("ItemCount", database.count(table))
                .put("TableSizeBytes", database.size(table));
        json.setAll(table.settings());
        json.remove(Settings.UNSAID);
        return json;
    }

    private void describeIndexes(ObjectNode json, Table table, boolean global) {
        List<Index> indexes =
                table.indexes().stream().filter(index -> index.global() == global).toList();
        if (indexes.isEmpty()) {
            return;
        }
        ArrayNode all = json.putArray(global ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes");
        for (Index index : indexes) {
            ObjectNode each = all.addObject()
                    .put("IndexName", index.name())
                    .put("IndexArn", arns.index(table.name(), index.name()))
                    .put("IndexSizeBytes", database.size(table, index))
                    .put("ItemCount", database.count(table, index));
            each.set("KeySchema", keySchema(index.key()));
            ObjectNode projection = each.putObject("Projection")
                    .put("ProjectionType", index.projection().name());
            if (!index.nonKey().isEmpty()) {
                index.nonKey().forEach(projection.putArray("NonKeyAttributes")::add);
            }
            if (global) {
                each.put("IndexStatus", index.status().name());
                if (index.status() == Index.Status.CREATING && table.status() != Table.Status.CREATING) {
                    each.put("Backfilling", true);
                }
                JsonNode settings = table.settings().path(Settings.INDEXES).path(index.name());
                settings.properties().forEach(entry -> each.set(entry.getKey(), entry.getValue()));
            }
        }
    }

    static ArrayNode keySchema(KeySchema key) {
        ArrayNode json = JSON.arrayNode();
        for (KeyAttribute each : key.hashes()) {
            json.addObject().put("AttributeName", each.name()).put("KeyType", "HASH");
        }
        for (KeyAttribute each : key.ranges()) {
            json.addObject().put("AttributeName", each.name()).put("KeyType", "RANGE");
        }
        return json;
    }
}
