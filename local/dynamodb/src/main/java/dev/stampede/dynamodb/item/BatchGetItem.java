package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.expression.Expressions;
import dev.stampede.dynamodb.expression.LegacyParameters;
import dev.stampede.dynamodb.expression.Projection;
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

/// BatchGetItem: up to 100 items and 16 megabytes; what does not fit, or is of a partition that has given all it can,
/// is left to the caller to ask again.
final class BatchGetItem implements Operation {

    private static final int MOST = 100;
    private static final long LARGEST = 16 << 20;

    private final Database database;
    private final PartitionLimits limits;

    BatchGetItem(Database database, PartitionLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    private record Ask(
            Table table, List<Map<String, AttributeValue>> keys, Optional<Projection> projection, boolean consistent,
            JsonNode json) {}

    @Override
    public ObjectNode call(ObjectNode request, Consumption consumption) {
        List<Ask> asks = new ArrayList<>();
        int total = 0;
        for (var entry : request.get("RequestItems").properties()) {
            total += entry.getValue().path("Keys").size();
            if (total > MOST) {
                throw DynamoDbException.validation("Too many items requested for the BatchGetItem call");
            }
        }
        for (var entry : request.get("RequestItems").properties()) {
            asks.add(ask(entry.getKey(), (ObjectNode) entry.getValue()));
        }
        ObjectNode answer = request.objectNode();
        ObjectNode responses = answer.putObject("Responses");
        ObjectNode unprocessed = answer.putObject("UnprocessedKeys");
        long bytes = 0;
        for (Ask ask : asks) {
            ArrayNode items = responses.putArray(ask.table().name());
            for (Map<String, AttributeValue> key : ask.keys()) {
                if (bytes >= LARGEST) {
                    leave(unprocessed, ask, key);
                    continue;
                }
                Map<String, AttributeValue> item = database.item(ask.table(), key);
                double units = ReadUnits.of(item, ask.consistent());
                if (!limits.mayRead(ask.table(), key, units)) {
                    leave(unprocessed, ask, key);
                    continue;
                }
                consumption.read(ask.table().name(), units);
                if (item != null) {
                    bytes += Sizes.of(item);
                    items.add(ValueJson.write(ask.projection().isPresent() ? ask.projection().get().of(item) : item));
                }
            }
        }
        consumption.sayAllIn(answer, request, false);
        return answer;
    }

    private Ask ask(String name, ObjectNode json) {
        LegacyParameters.requireUnmixed(json, List.of("AttributesToGet"), List.of("ProjectionExpression"));
        Expressions.requireUse(json);
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        json.get("Keys").forEach(key -> keys.add(ValueJson.readItem(key)));
        Optional<Projection> projection = GetItem.projection(json);
        if (new HashSet<>(keys).size() < keys.size()) {
            throw DynamoDbException.validation("Provided list of item keys contains duplicates");
        }
        Table table = database.table(name);
        keys.forEach(key -> Keys.checked(table, key));
        projection.ifPresent(each -> Keys.refuseNested(table, each.nested()));
        return new Ask(table, keys, projection, json.path("ConsistentRead").asBoolean(), json);
    }

    private static void leave(ObjectNode unprocessed, Ask ask, Map<String, AttributeValue> key) {
        ObjectNode rest = (ObjectNode) unprocessed.get(ask.table().name());
        if (rest == null) {
            rest = ask.json().deepCopy();
            rest.putArray("Keys");
            unprocessed.set(ask.table().name(), rest);
        }
        ((ArrayNode) rest.get("Keys")).add(ValueJson.write(key));
    }
}
