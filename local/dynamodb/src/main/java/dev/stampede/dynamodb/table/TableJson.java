package dev.stampede.dynamodb.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.store.Batch;
import dev.stampede.store.Space;
import dev.stampede.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Descriptions of tables, as the store keeps them.
final class TableJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TableJson() {}

    private static Space space(Store store) {
        return store.space("tables");
    }

    private static byte[] key(Table table) {
        return table.name().getBytes(StandardCharsets.UTF_8);
    }

    static void write(Store store, Batch batch, Table table) {
        batch.put(space(store), key(table), json(table).toString().getBytes(StandardCharsets.UTF_8));
    }

    static void remove(Store store, Batch batch, Table table) {
        batch.remove(space(store), key(table));
    }

    static List<Table> readAll(Store store) {
        List<Table> tables = new ArrayList<>();
        space(store).entries(null, null, false).forEachRemaining(entry -> {
            try {
                tables.add(table(JSON.readTree(entry.getValue())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return tables;
    }

    private static ObjectNode json(Table table) {
        ObjectNode json = JSON.createObjectNode()
                .put("name", table.name())
                .put("id", table.id())
                .put("status", table.status().name())
                .put("created", table.created().toEpochMilli());
        json.set("key", json(table.key()));
        json.set("types", JSON.valueToTree(table.types()));
        ArrayNode indexes = json.putArray("indexes");
        for (Index index : table.indexes()) {
            ObjectNode each = indexes.addObject()
                    .put("name", index.name())
                    .put("global", index.global())
                    .put("projection", index.projection().name())
                    .put("status", index.status().name());
            each.set("key", json(index.key()));
            index.nonKey().forEach(each.putArray("nonKey")::add);
        }
        table.stream().ifPresent(
                stream -> json.putObject("stream").put("label", stream.label()).put("view", stream.view().name()));
        table.ttl().ifPresent(attribute -> json.put("ttl", attribute));
        json.set("tags", JSON.valueToTree(table.tags()));
        json.set("settings", table.settings());
        return json;
    }

    private static Table table(JsonNode json) {
        List<Index> indexes = new ArrayList<>();
        for (JsonNode each : json.get("indexes")) {
            indexes.add(new Index(
                    each.get("name").asText(),
                    each.get("global").asBoolean(),
                    key(each.get("key")),
                    Index.ProjectionType.valueOf(each.get("projection").asText()),
                    each.get("nonKey").valueStream().map(JsonNode::asText).toList(),
                    Index.Status.valueOf(each.get("status").asText())));
        }
        return new Table(
                json.get("name").asText(),
                json.get("id").asText(),
                Table.Status.valueOf(json.get("status").asText()),
                Instant.ofEpochMilli(json.get("created").asLong()),
                key(json.get("key")),
                texts(json.get("types")),
                indexes,
                Optional.ofNullable(json.get("stream")).map(stream -> new Table.Stream(
                        stream.get("label").asText(), Table.ViewType.valueOf(stream.get("view").asText()))),
                Optional.ofNullable(json.get("ttl")).map(JsonNode::asText),
                texts(json.get("tags")),
                (ObjectNode) json.get("settings"));
    }

    private static ObjectNode json(KeySchema key) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode hashes = json.putArray("hashes");
        key.hashes().forEach(each -> hashes.add(json(each)));
        ArrayNode ranges = json.putArray("ranges");
        key.ranges().forEach(each -> ranges.add(json(each)));
        return json;
    }

    private static ObjectNode json(KeyAttribute attribute) {
        return JSON.createObjectNode().put("name", attribute.name()).put("type", attribute.type());
    }

    private static KeySchema key(JsonNode json) {
        return new KeySchema(attributes(json.get("hashes")), attributes(json.get("ranges")));
    }

    private static List<KeyAttribute> attributes(JsonNode json) {
        return json.valueStream()
                .map(each -> new KeyAttribute(each.get("name").asText(), each.get("type").asText()))
                .toList();
    }

    private static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
