package dev.stampede.dynamodb.admin;

import static dev.stampede.dynamodb.admin.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.table.Index;
import dev.stampede.dynamodb.table.Index.ProjectionType;
import dev.stampede.dynamodb.table.KeySchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The indexes that a request defines, checked in the service's order.
final class IndexDefinitions {

    static final int MOST_GLOBAL = 20;
    private static final int MOST_LOCAL = 5;

    private final KeySchemas keys;
    private final boolean onDemand;
    private final Set<String> names = new HashSet<>();

    IndexDefinitions(KeySchemas keys, boolean onDemand) {
        this.keys = keys;
        this.onDemand = onDemand;
    }

    /// @param definitions null or missing where there are none
    List<Index> locals(JsonNode definitions, KeySchema table) {
        List<Index> indexes = new ArrayList<>();
        if (!Requests.has(definitions)) {
            return indexes;
        }
        if (definitions.isEmpty()) {
            throw invalid("List of LocalSecondaryIndexes is empty");
        }
        if (table.range().isEmpty()) {
            throw invalid("Table KeySchema does not have a range key, which is required when specifying a"
                    + " LocalSecondaryIndex");
        }
        for (JsonNode definition : definitions) {
            String name = definition.path("IndexName").asText();
            KeySchema key = keys.simple(definition.path("KeySchema"));
            if (key.range().isEmpty()) {
                throw invalid("Index KeySchema does not have a range key for index: " + name);
            }
            if (!key.hash().equals(table.hash())) {
                throw invalid("Index KeySchema does not have the same leading hash key as table KeySchema for index: "
                        + name + ". index hash key: " + key.hash().name() + ", table hash key: "
                        + table.hash().name());
            }
            indexes.add(index(definition, false, key, Index.Status.ACTIVE));
        }
        if (indexes.size() > MOST_LOCAL) {
            throw invalid("Number of LocalSecondaryIndexes exceeds per-table limit of " + MOST_LOCAL);
        }
        return indexes;
    }

    /// @param definitions null or missing where there are none
    List<Index> globals(JsonNode definitions) {
        List<Index> indexes = new ArrayList<>();
        if (!Requests.has(definitions)) {
            return indexes;
        }
        if (definitions.isEmpty()) {
            throw invalid("List of GlobalSecondaryIndexes is empty");
        }
        for (JsonNode definition : definitions) {
            indexes.add(global(definition, Index.Status.ACTIVE));
        }
        if (indexes.size() > MOST_GLOBAL) {
            throw invalid("GlobalSecondaryIndex count exceeds the per-table limit of " + MOST_GLOBAL);
        }
        return indexes;
    }

    Index global(JsonNode definition, Index.Status status) {
        return index(definition, true, keys.ofGlobalIndex(definition.path("KeySchema")), status);
    }

    private Index index(JsonNode definition, boolean global, KeySchema key, Index.Status status) {
        String name = definition.path("IndexName").asText();
        JsonNode projection = definition.path("Projection");
        if (!Requests.has(projection.get("ProjectionType"))) {
            throw invalid("Unknown ProjectionType: null");
        }
        ProjectionType type = type(projection.get("ProjectionType").asText());
        List<String> nonKey = nonKey(type, projection.get("NonKeyAttributes"));
        if (global && onDemand && Requests.has(definition.get("ProvisionedThroughput"))) {
            throw invalid("ProvisionedThroughput should not be specified for index: " + name
                    + " when BillingMode is PAY_PER_REQUEST");
        }
        if (global && !onDemand && !Requests.has(definition.get("ProvisionedThroughput"))) {
            throw invalid("ProvisionedThroughput must be specified for index: " + name);
        }
        if (!names.add(name)) {
            throw invalid("Duplicate index name: " + name);
        }
        return new Index(name, global, key, type, nonKey, status);
    }

    private static ProjectionType type(String text) {
        for (ProjectionType type : ProjectionType.values()) {
            if (type.name().equals(text)) {
                return type;
            }
        }
        throw invalid("Unknown ProjectionType: " + text);
    }

    private static List<String> nonKey(ProjectionType type, JsonNode json) {
        if (!Requests.has(json)) {
            if (type == ProjectionType.INCLUDE) {
                throw invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
            }
            return List.of();
        }
        if (type != ProjectionType.INCLUDE) {
            throw invalid("ProjectionType is " + type + ", but NonKeyAttributes is specified");
        }
        List<String> names = json.valueStream().map(JsonNode::asText).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw invalid("Duplicate attributes in NonKeyAttributes: " + names);
        }
        return names;
    }
}
