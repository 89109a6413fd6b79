package dev.stampede.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.expiry.Expiry;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import java.util.Map;
import java.util.Optional;

/// UpdateTimeToLive and DescribeTimeToLive. A change has its effect when it is answered.
final class TimeToLive {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SPECIFICATION = "TimeToLiveSpecification";
    private static final int LONGEST_NAME = 255;

    private final Database database;
    private final Expiry expiry;

    TimeToLive(Database database, Expiry expiry) {
        this.database = database;
        this.expiry = expiry;
    }

    void addTo(Map<String, Operation> operations) {
        operations.put("UpdateTimeToLive", (request, _) -> update(request));
        operations.put("DescribeTimeToLive", (request, _) -> describe(request));
    }

    private ObjectNode update(ObjectNode request) {
        String name = Requests.required(request, "TableName");
        JsonNode specification = request.path(SPECIFICATION);
        String attribute = attribute(specification);
        boolean enabled = enabled(specification);
        Optional<Table> filled = database.write(writer -> {
            Table table = database.find(name).orElseThrow(() -> Refusals.noTable(name));
            check(table, attribute, enabled);
            if (enabled) {
                return Optional.of(expiry.enable(writer, table, attribute));
            }
            expiry.disable(writer, table);
            return Optional.empty();
        });
        filled.ifPresent(expiry::finish);
        ObjectNode answer = JSON.objectNode();
        answer.putObject(SPECIFICATION).put("AttributeName", attribute).put("Enabled", enabled);
        return answer;
    }

    private static String attribute(JsonNode specification) {
        JsonNode attribute = specification.path("AttributeName");
        int length = attribute.asText("").length();
        if (!Requests.has(attribute)) {
            throw violation("null", "attributeName", "Member must not be null");
        }
        if (length < 1 || length > LONGEST_NAME) {
            throw violation("'" + attribute.asText() + "'", "attributeName", length < 1
                    ? "Member must have length greater than or equal to 1"
                    : "Member must have length less than or equal to " + LONGEST_NAME);
        }
        return attribute.asText();
    }

    private static boolean enabled(JsonNode specification) {
        if (!Requests.has(specification.get("Enabled"))) {
            throw violation("null", "enabled", "Member must not be null");
        }
        return specification.get("Enabled").asBoolean();
    }

    private static DynamoDbException violation(String value, String member, String constraint) {
        return DynamoDbException.validation("1 validation error detected: Value " + value
                + " at 'timeToLiveSpecification." + member + "' failed to satisfy constraint: " + constraint);
    }

    private static void check(Table table, String attribute, boolean enabled) {
        if (table.ttl().isEmpty()) {
            if (!enabled) {
                throw DynamoDbException.validation("TimeToLive is already disabled");
            }
        } else if (!table.ttl().get().equals(attribute)) {
            throw DynamoDbException.validation("TimeToLive is active on a different AttributeName: current"
                    + " AttributeName is " + table.ttl().get());
        } else if (enabled) {
            throw DynamoDbException.validation("TimeToLive is already enabled");
        }
    }

    private ObjectNode describe(ObjectNode request) {
        String name = Requests.required(request, "TableName");
        Table table = database.find(name).orElseThrow(() -> Refusals.noTable(name));
        ObjectNode answer = JSON.objectNode();
        ObjectNode description = answer.putObject("TimeToLiveDescription")
                .put("TimeToLiveStatus", table.ttl().isPresent() ? "ENABLED" : "DISABLED");
        table.ttl().ifPresent(attribute -> description.put("AttributeName", attribute));
        return answer;
    }
}
