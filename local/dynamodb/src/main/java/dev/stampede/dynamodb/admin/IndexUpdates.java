package dev.stampede.dynamodb.admin;

import static dev.stampede.dynamodb.admin.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.Index;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The GlobalSecondaryIndexUpdates of a request: throughputs of some, and at most one index to be made or removed.
///
/// @param definitions the request's AttributeDefinitions
/// @param create      the definition of an index
/// @param delete      the name of an index
record IndexUpdates(
        JsonNode definitions, Map<String, Throughput> throughputs, Optional<JsonNode> create, Optional<String> delete) {

    /// The request's own faults come first; what only a table shows comes later.
    static void check(ObjectNode request) {
        Set<String> names = new HashSet<>();
        for (JsonNode update : request.path("GlobalSecondaryIndexUpdates")) {
            List<JsonNode> actions = actions(update);
            if (actions.isEmpty()) {
                throw invalid("One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
                        + " GlobalSecondaryIndexUpdate.Delete must not be null");
            }
            if (actions.size() > 1) {
                throw invalid("Only one of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
                        + " GlobalSecondaryIndexUpdate.Delete may be specified");
            }
            String name = actions.getFirst().path("IndexName").asText();
            if (!names.add(name)) {
                throw invalid(
                        "Only one global secondary index update per index is allowed simultaneously. Index: " + name);
            }
        }
    }

    private static List<JsonNode> actions(JsonNode update) {
        List<JsonNode> actions = new ArrayList<>();
        for (String kind : new String[]{"Update", "Create", "Delete"}) {
            if (Requests.has(update.get(kind))) {
                actions.add(update.get(kind));
            }
        }
        return actions;
    }

    static IndexUpdates of(ObjectNode request) {
        Map<String, Throughput> throughputs = new LinkedHashMap<>();
        List<JsonNode> creates = new ArrayList<>();
        List<String> deletes = new ArrayList<>();
        for (JsonNode update : request.path("GlobalSecondaryIndexUpdates")) {
            if (Requests.has(update.get("Create"))) {
                creates.add(update.get("Create"));
            } else if (Requests.has(update.get("Delete"))) {
                deletes.add(update.get("Delete").path("IndexName").asText());
            } else if (Requests.has(update.get("Update").get(Throughput.MEMBER))) {
                throughputs.put(
                        update.get("Update").path("IndexName").asText(),
                        Throughput.of(update.get("Update").get(Throughput.MEMBER)));
            }
        }
        if (creates.size() + deletes.size() > 1) {
            throw DynamoDbException.refused("LimitExceededException", "Subscriber limit exceeded: Only 1 online index"
                    + " can be created or deleted simultaneously per table");
        }
        if (throughputs.values().stream().anyMatch(Throughput::outOfBounds)) {
            throw DynamoDbException.validation("This operation cannot be performed with given input values. Please"
                    + " contact DynamoDB service team for more info: Action Blocked: IndexUpdate");
        }
        return new IndexUpdates(
                request.path("AttributeDefinitions"),
                throughputs,
                creates.stream().findFirst(),
                deletes.stream().findFirst());
    }

    /// The index that the request removes.
    Optional<Index> removed(Table table) {
        return delete.map(name -> table.index(name).filter(Index::global).orElseThrow(IndexUpdates::noIndex));
    }

    private static DynamoDbException noIndex() {
        return DynamoDbException.refused("ResourceNotFoundException", "Requested resource not found");
    }

    /// The table with the index that the request makes, which is still to be filled, and without the one that it
    /// removes. A definition that no key needs is passed over.
    Table applied(Table table, boolean onDemand) {
        List<Index> indexes = new ArrayList<>(table.indexes());
        removed(table).ifPresent(indexes::remove);
        Map<String, String> types = new LinkedHashMap<>(table.types());
        create.ifPresent(definition -> {
            indexes.add(created(table, definition, onDemand));
            indexes.getLast().key().attributes().forEach(each -> types.put(each.name(), each.type()));
        });
        types.keySet().retainAll(used(table, indexes));
        return table.withIndexes(types, List.copyOf(indexes));
    }

    private Index created(Table table, JsonNode definition, boolean onDemand) {
        KeySchemas keys = new KeySchemas(definitions);
        keys.types().forEach((name, type) -> {
            if (!table.types().getOrDefault(name, type).equals(type)) {
                throw invalid("Attributes cannot be redefined. Please check that your attribute has the same type as"
                        + " previously defined. Existing schema: " + table.types() + ", new schema: " + keys.types());
            }
        });
        Index index = new IndexDefinitions(keys, onDemand).global(definition, Index.Status.CREATING);
        if (table.index(index.name()).isPresent()) {
            throw invalid("Attempting to create an index which already exists: " + index.name());
        }
        if (table.indexes().stream().filter(Index::global).count() >= IndexDefinitions.MOST_GLOBAL) {
            throw invalid("GlobalSecondaryIndex count exceeds the per-table limit of " + IndexDefinitions.MOST_GLOBAL);
        }
        return index;
    }

    private static Set<String> used(Table table, List<Index> indexes) {
        Set<String> used = new HashSet<>(table.key().names());
        for (Index index : indexes) {
            index.key().attributes().stream().map(KeyAttribute::name).forEach(used::add);
        }
        return used;
    }

    /// Refuses throughputs for indexes that there are none of.
    void checkKnown(Table table) {
        for (String name : throughputs.keySet()) {
            if (table.index(name).filter(Index::global).isEmpty()) {
                throw noIndex();
            }
        }
    }
}
