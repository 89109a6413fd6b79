package dev.stampede.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.local.template.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Brings one table to what the template says: created, or extended by the indexes, stream and time to live it lacks.
final class TableSetup {

    private static final String TARGET = "DynamoDB_20120810.";

    private final EngineClient client;
    private final Resource table;

    TableSetup(EngineClient client, Resource table) {
        this.client = client;
        this.table = table;
    }

    void run() {
        Optional<JsonNode> existing = describe();
        if (existing.isPresent()) {
            extend(existing.get());
        } else {
            client.call(TARGET + "CreateTable", create());
        }
        ensureTimeToLive();
    }

    private Optional<JsonNode> describe() {
        try {
            return Optional.of(client.call(TARGET + "DescribeTable", name()).get("Table"));
        } catch (EngineException e) {
            if (e.code().equals("ResourceNotFoundException")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private ObjectNode create() {
        ObjectNode request = name();
        request.put("BillingMode", "PAY_PER_REQUEST");
        for (String same : new String[] {"KeySchema", "AttributeDefinitions", "LocalSecondaryIndexes"}) {
            if (table.at(same).isArray()) {
                request.set(same, table.at(same));
            }
        }
        if (table.at("GlobalSecondaryIndexes").isArray()) {
            table.list("GlobalSecondaryIndexes").forEach(index ->
                    request.withArray("GlobalSecondaryIndexes").add(bare(index)));
        }
        stream().ifPresent(stream -> request.set("StreamSpecification", stream));
        return request;
    }

    private void extend(JsonNode existing) {
        if (!keys(existing.path("KeySchema")).equals(keys(table.at("KeySchema")))) {
            throw new IllegalStateException(
                    "The table " + table.name() + " kept on this machine has another key than the"
                    + " template says. './stampede reset' forgets it.");
        }
        Set<String> indexes = StreamSupport.stream(existing.path("GlobalSecondaryIndexes").spliterator(), false)
                .map(index -> index.get("IndexName").asText())
                .collect(Collectors.toSet());
        table.list("GlobalSecondaryIndexes").stream()
                .filter(index -> !indexes.contains(index.get("IndexName").asText()))
                .forEach(index -> {
                    ObjectNode request = name();
                    request.set("AttributeDefinitions", table.at("AttributeDefinitions"));
                    request.putArray("GlobalSecondaryIndexUpdates").addObject().set("Create", bare(index));
                    client.call(TARGET + "UpdateTable", request);
                });
        if (stream().isPresent() && !existing.at("/StreamSpecification/StreamEnabled").asBoolean()) {
            ObjectNode request = name();
            request.set("StreamSpecification", stream().get());
            client.call(TARGET + "UpdateTable", request);
        }
    }

    private static Set<String> keys(JsonNode schema) {
        return StreamSupport.stream(schema.spliterator(), false)
                .map(key -> key.get("AttributeName").asText() + " " + key.get("KeyType").asText())
                .collect(Collectors.toSet());
    }

    private static ObjectNode bare(JsonNode index) {
        ObjectNode bare = EngineClient.JSON.createObjectNode();
        for (String same : new String[] {"IndexName", "KeySchema", "Projection"}) {
            bare.set(same, index.get(same));
        }
        return bare;
    }

    private Optional<ObjectNode> stream() {
        return table.optionalText("StreamSpecification/StreamViewType")
                .map(view -> EngineClient.JSON.createObjectNode().put("StreamEnabled", true)
                        .put("StreamViewType", view));
    }

    private void ensureTimeToLive() {
        if (!table.flag("TimeToLiveSpecification/Enabled")) {
            return;
        }
        String attribute = table.text("TimeToLiveSpecification/AttributeName");
        JsonNode now = client.call(TARGET + "DescribeTimeToLive", name()).path("TimeToLiveDescription");
        if (!now.path("AttributeName").asText().equals(attribute)) {
            ObjectNode request = name();
            request.putObject("TimeToLiveSpecification").put("Enabled", true).put("AttributeName", attribute);
            client.call(TARGET + "UpdateTimeToLive", request);
        }
    }

    private ObjectNode name() {
        return EngineClient.JSON.valueToTree(Map.of("TableName", table.name()));
    }
}
