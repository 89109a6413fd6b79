package dev.stampede.dynamodb.conformance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.stream.StreamSupport;

/// A table of a test. Requests get its name; `$table` in them stands for it as well.
record TestTable(String name) {

    ObjectNode call(String operation, String request) {
        return call(operation, read(request));
    }

    ObjectNode call(String operation, ObjectNode request) {
        return Endpoint.call(operation, named(request));
    }

    Refusal refused(String operation, String request) {
        return Endpoint.refused(operation, named(read(request)));
    }

    private ObjectNode read(String request) {
        return Json.object(request.replace("$table", name));
    }

    private ObjectNode named(ObjectNode request) {
        return request.put("TableName", name);
    }

    void put(String item) {
        call("PutItem", "{Item: " + item + "}");
    }

    /// @return null when there is none
    JsonNode get(String key) {
        return call("GetItem", "{ConsistentRead: true, Key: " + key + "}").get("Item");
    }

    JsonNode description() {
        return call("DescribeTable", "{}").get("Table");
    }

    boolean exists() {
        return Endpoint.send("DescribeTable", "{\"TableName\":\"" + name + "\"}", _ -> {}).statusCode() == 200;
    }

    /// Until it and its indexes can be used.
    void awaitActive() {
        await().pollDelay(Duration.ZERO).atMost(Duration.ofMinutes(5)).until(() -> {
            JsonNode table = description();
            return table.get("TableStatus").asText().equals("ACTIVE")
                    && StreamSupport.stream(table.path("GlobalSecondaryIndexes").spliterator(), false)
                            .allMatch(index -> index.get("IndexStatus").asText().equals("ACTIVE"));
        });
    }
}
