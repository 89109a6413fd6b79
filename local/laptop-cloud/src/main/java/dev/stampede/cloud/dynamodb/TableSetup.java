package dev.stampede.cloud.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Brings one table to what the template says: created, or extended by the indexes, stream and time to live it lacks.
final class TableSetup {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final DynamoDb database;
    private final Resource table;

    TableSetup(DynamoDb database, Resource table) {
        this.database = database;
        this.table = table;
    }

    /// @return the ARN of the table's stream, if it has one
    Optional<String> run() {
        Optional<JsonNode> existing = describe();
        if (existing.isPresent()) {
            extend(existing.get());
        } else {
            call("CreateTable", create());
        }
        ensureTimeToLive();
        return describe().map(now -> now.get("LatestStreamArn")).map(JsonNode::asText);
    }

    private ObjectNode call(String operation, ObjectNode request) {
        return database.call(operation, request).body();
    }

    private Optional<JsonNode> describe() {
        try {
            return Optional.of(call("DescribeTable", name()).get("Table"));
        } catch (DynamoDbException e) {
            if (e.code().equals("ResourceNotFoundException")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private ObjectNode create() {
        ObjectNode request = name();
        request.put("BillingMode", "PAY_PER_REQUEST");
        for (String same : new String[]{"KeySchema", "AttributeDefinitions", "LocalSecondaryIndexes"}) {
            if (table.at(same).isArray()) {
                request.set(same, table.at(same));
            }
        }
        if (table.at("GlobalSecondaryIndexes").isArray()) {
            table.list("GlobalSecondaryIndexes")
                    .forEach(index -> request.withArray("GlobalSecondaryIndexes").add(bare(index)));
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
                    call("UpdateTable", request);
                });
        if (stream().isPresent() && !existing.at("/StreamSpecification/StreamEnabled").asBoolean()) {
            ObjectNode request = name();
            request.set("StreamSpecification", stream().get());
            call("UpdateTable", request);
        }
    }

    private static Set<String> keys(JsonNode schema) {
        return StreamSupport.stream(schema.spliterator(), false)
                .map(key -> key.get("AttributeName").asText() + " " + key.get("KeyType").asText())
                .collect(Collectors.toSet());
    }

    private static ObjectNode bare(JsonNode index) {
        ObjectNode bare = JSON.objectNode();
        for (String same : new String[]{"IndexName", "KeySchema", "Projection"}) {
            bare.set(same, index.get(same));
        }
        return bare;
    }

    private Optional<ObjectNode> stream() {
        return table.optionalText("StreamSpecification/StreamViewType")
                .map(view -> JSON.objectNode().put("StreamEnabled", true)
                        .put("StreamViewType", view));
    }

    private void ensureTimeToLive() {
        if (!table.flag("TimeToLiveSpecification/Enabled")) {
            return;
        }
        String attribute = table.text("TimeToLiveSpecification/AttributeName");
        JsonNode now = call("DescribeTimeToLive", name()).path("TimeToLiveDescription");
        if (!now.path("AttributeName").asText().equals(attribute)) {
            ObjectNode request = name();
            request.putObject("TimeToLiveSpecification").put("Enabled", true).put("AttributeName", attribute);
            call("UpdateTimeToLive", request);
        }
    }

    private ObjectNode name() {
        return JSON.objectNode().put("TableName", table.name());
    }
}
