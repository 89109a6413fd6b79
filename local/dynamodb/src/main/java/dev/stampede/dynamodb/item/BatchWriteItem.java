package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// BatchWriteItem: up to 25 puts and deletions, each by itself. All are checked before the first is written. A write
/// that is refused for what is going on with its item now is left to the caller to ask again.
final class BatchWriteItem implements Operation {

    private static final int MOST = 25;
    private static final Set<String> FOR_LATER =
            Set.of("TransactionConflictException", "ProvisionedThroughputExceededException", "ThrottlingException");

    private final Database database;
    private final SingleWrites writes;

    BatchWriteItem(Database database, SingleWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    private record Asked(ItemWrite write, JsonNode json) {}

    @Override
    public ObjectNode call(ObjectNode request, Consumption consumption) {
        List<Asked> all = new ArrayList<>();
        for (var entry : request.get("RequestItems").properties()) {
            all.addAll(asked(entry.getKey(), entry.getValue()));
        }
        if (all.size() > MOST) {
            throw DynamoDbException.validation("Too many items requested for the BatchWriteItem call");
        }
        ObjectNode answer = request.objectNode();
        ObjectNode unprocessed = answer.putObject("UnprocessedItems");
        ObjectNode metrics = request.objectNode();
        for (Asked asked : all) {
            Table table = asked.write().table();
            try {
                writes.write(asked.write(), false, consumption);
                if (ItemCollections.asks(request) && ItemCollections.hasCollections(table)) {
                    metrics.withArray(table.name())
                            .add(ItemCollections.metrics(request.objectNode(), table, asked.write().key()));
                }
            } catch (DynamoDbException e) {
                if (!FOR_LATER.contains(e.code())) {
                    throw e;
                }
                list(unprocessed, table.name()).add(asked.json());
            }
        }
        if (!metrics.isEmpty()) {
            answer.set("ItemCollectionMetrics", metrics);
        }
        consumption.sayAllIn(answer, request, false);
        return answer;
    }

    private static ArrayNode list(ObjectNode parent, String name) {
        return parent.has(name) ? (ArrayNode) parent.get(name) : parent.putArray(name);
    }

    private List<Asked> asked(String name, JsonNode requests) {
        record Read(Optional<Map<String, AttributeValue>> put, Map<String, AttributeValue> key, JsonNode json) {}
        List<Read> read = new ArrayList<>();
        for (JsonNode json : requests) {
            boolean puts = json.hasNonNull("PutRequest");
            if (puts == json.hasNonNull("DeleteRequest")) {
                throw DynamoDbException
                        .validation("Supplied AttributeValue has more than one datatypes set, must contain"
                                + " exactly one of the supported datatypes");
            }
            if (puts) {
                Map<String, AttributeValue> item = ValueJson.readItem(json.get("PutRequest").get("Item"));
                if (Sizes.of(item) > ItemWrite.LARGEST) {
                    throw DynamoDbException.validation("Item size has exceeded the maximum allowed size");
                }
                read.add(new Read(Optional.of(item), item, json));
            } else {
                read.add(new Read(Optional.empty(), ValueJson.readItem(json.get("DeleteRequest").get("Key")), json));
            }
        }
        Table table = database.table(name);
        List<Asked> all = new ArrayList<>();
        for (Read each : read) {
            if (each.put().isPresent() && !table.key().attributes().stream().allMatch(a -> a.isIn(each.key()))) {
                throw Keys.mismatch();
            }
            all.add(new Asked(
                    each.put().isPresent()
                            ? ItemWrite.put(table, each.put().get(), Optional.empty())
                            : ItemWrite.delete(table, Keys.checked(table, each.key()), Optional.empty()),
                    each.json()));
        }
        Set<Map<String, AttributeValue>> keys = new HashSet<>();
        if (!all.stream().allMatch(each -> keys.add(each.write().key()))) {
            throw DynamoDbException.validation("Provided list of item keys contains duplicates");
        }
        return all;
    }
}
