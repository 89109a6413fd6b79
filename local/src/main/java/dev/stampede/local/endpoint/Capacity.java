package dev.stampede.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Meters capacity units. The engine is asked for those of single and batch calls; those of transactions are computed,
/// because DynamoDB Local reports 4.0 for a transaction of any size and nothing for one that was cancelled. A write
/// in a transaction costs twice its kilobytes, its index entries once.
final class Capacity {

    private static final Set<String> REPORTED =
            Set.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan",
            "BatchGetItem", "BatchWriteItem", "ExecuteStatement", "BatchExecuteStatement");
    private static final Set<String> READS = Set.of("GetItem", "Query", "Scan", "BatchGetItem");
    private static final List<String> PARTS = List.of("Put", "Update", "Delete", "ConditionCheck");

    private final Map<String, TableSchema> tables;
    private final Meter meter;
    private final KnownItems known;

    Capacity(Map<String, TableSchema> tables, KnownItems known, Meter meter) {
        this.tables = tables;
        this.known = known;
        this.meter = meter;
    }

    /// Whether the engine should be asked on our account for what the caller did not ask.
    boolean asks(AwsRequest request) {
        return REPORTED.contains(request.operation()) && !request.json().has("ReturnConsumedCapacity");
    }

    /// @param answer the engine's, with its `ConsumedCapacity`
    void meter(AwsRequest request, boolean succeeded, JsonNode answer) {
        JsonNode json = request.json();
        switch (request.operation()) {
            case "TransactWriteItems" -> json.path("TransactItems").forEach(item -> transactWrite(request, item));
            case "TransactGetItems" -> transactGet(request, answer);
            default -> {
                if (succeeded) {
                    learn(json);
                    reported(request, answer.path("ConsumedCapacity"));
                } else if (request.operation().matches("(Put|Update|Delete)Item")) {
                    // A condition that fails costs what the write would have.
                    JsonNode named = json.has("Item") ? json.path("Item") : json.path("Key");
                    use(request, json.path("TableName").asText(), request.operation(), 0,
                            ItemSize.writeUnits(ItemSize.of(named)), 0);
                }
            }
        }
    }

    private void learn(JsonNode json) {
        TableSchema table = tables.get(json.path("TableName").asText());
        if (table != null && json.path("Item").isObject()) {
            known.put(table, json.get("Item"));
        }
    }

    private void reported(AwsRequest request, JsonNode capacity) {
        boolean batch = capacity.isArray();
        (batch ? capacity : Protocol.MAPPER.createArrayNode().add(capacity)).forEach(each -> {
            double units = each.path("CapacityUnits").asDouble();
            if (units > 0) {
                String table = each.path("TableName").asText();
                boolean reads = READS.contains(request.operation()) || request.body().length > 0 && isSelect(request);
                use(request, table, request.operation(), items(request, table), reads ? 0 : units, reads ? units : 0);
            }
        });
    }

    private static boolean isSelect(AwsRequest request) {
        JsonNode statement = request.json().has("Statements")
                ? request.json().at("/Statements/0/Statement") : request.json().path("Statement");
        return statement.asText().stripLeading().regionMatches(true, 0, "select", 0, 6);
    }

    private static long items(AwsRequest request, String table) {
        JsonNode json = request.json();
        return switch (request.operation()) {
            case "BatchGetItem" -> json.at("/RequestItems").path(table).path("Keys").size();
            case "BatchWriteItem" -> json.at("/RequestItems").path(table).size();
            case "BatchExecuteStatement" -> json.path("Statements").size();
            case "Query", "Scan" -> 0;
            default -> 1;
        };
    }

    private void transactWrite(AwsRequest request, JsonNode item) {
        for (String part : PARTS) {
            JsonNode write = item.path(part);
            TableSchema table = tables.get(write.path("TableName").asText());
            if (table != null) {
                KnownItems.Item affected = switch (part) {
                    case "Put" -> known.put(table, write.path("Item"));
                    case "Update" -> known.updated(table, write.path("Key"), values(write));
                    case "Delete" -> known.removed(table, write.path("Key"));
                    default -> known.get(table, write.path("Key"));
                };
                long units = 2 * ItemSize.writeUnits(affected.bytes());
                if (!part.equals("ConditionCheck")) {
                    units += affected.indexes().stream()
                            .mapToLong(index -> index.all() ? ItemSize.writeUnits(affected.bytes()) : 1).sum();
                }
                use(request, table.name(), part.equals("ConditionCheck") ? part : part + "Item",
                        part.equals("ConditionCheck") ? 0 : 1, units, 0);
            }
        }
    }

    /// The values of an update, as an item.
    private static JsonNode values(JsonNode write) {
        ObjectNode values = Protocol.MAPPER.createObjectNode();
        write.path("ExpressionAttributeValues").properties()
                .forEach(each -> values.set(each.getKey(), each.getValue()));
        return values;
    }

    private void transactGet(AwsRequest request, JsonNode answer) {
        JsonNode gets = request.json().path("TransactItems");
        for (int i = 0; i < gets.size(); i++) {
            long units = 2 * ItemSize.readUnits(ItemSize.of(answer.at("/Responses/" + i + "/Item")));
            use(request, gets.get(i).at("/Get/TableName").asText(), "GetItem", 1, 0, units);
        }
    }

    private void use(AwsRequest request, String table, String action, long items, double write, double read) {
        meter.use(request.caller().session(), table, action, items, write, read);
    }
}
