package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.Expressions;
import dev.stampede.dynamodb.expression.LegacyParameters;
import dev.stampede.dynamodb.expression.Update;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.ChangeListener.Cause;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.table.WriteUnits;
import dev.stampede.dynamodb.table.Writer;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.Sizes;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// PutItem, UpdateItem and DeleteItem.
public final class SingleWrites {

    private final Database database;
    private final InFlight inFlight;
    private final PartitionLimits limits;

    SingleWrites(Database database, InFlight inFlight, PartitionLimits limits) {
        this.database = database;
        this.inFlight = inFlight;
        this.limits = limits;
    }

    /// An item before and after a write, null where there was none.
    public record Written(
            @Nullable Map<String, AttributeValue> before, @Nullable Map<String, AttributeValue> after) {}

    ObjectNode put(ObjectNode request, Consumption consumption) {
        LegacyParameters.requireUnmixed(
                request, List.of("Expected", "ConditionalOperator"), List.of("ConditionExpression"));
        Expressions.requireUse(request, "ConditionExpression");
        Map<String, AttributeValue> item = ValueJson.readItem(request.get("Item"));
        if (Sizes.of(item) > ItemWrite.LARGEST) {
            throw DynamoDbException.validation("Item size has exceeded the maximum allowed size");
        }
        requireOldOrNone(request);
        Optional<Condition> condition = condition(request);
        ItemWrite write = ItemWrite.put(table(request), item, condition);
        return answer(request, write, consumption);
    }

    ObjectNode update(ObjectNode request, Consumption consumption) {
        LegacyParameters.requireUnmixed(
                request,
                List.of("AttributeUpdates", "Expected", "ConditionalOperator"),
                List.of("UpdateExpression", "ConditionExpression"));
        Expressions.requireUse(request, "UpdateExpression", "ConditionExpression");
        Map<String, AttributeValue> key = ValueJson.readItem(request.get("Key"));
        Optional<Update> legacy = LegacyParameters.updates(request);
        Optional<Condition> expected = LegacyParameters.expected(request);
        Expressions expressions = Expressions.of(request, "UpdateExpression", "ConditionExpression");
        Optional<Update> update = expressions.update().or(() -> legacy);
        Optional<Condition> condition = expressions.condition("ConditionExpression").or(() -> expected);
        expressions.requireAllUsed();
        Table table = table(request);
        ItemWrite write = ItemWrite.update(table, Keys.checked(table, key), update, condition);
        return answer(request, write, consumption);
    }

    ObjectNode delete(ObjectNode request, Consumption consumption) {
        LegacyParameters.requireUnmixed(
                request, List.of("Expected", "ConditionalOperator"), List.of("ConditionExpression"));
        Expressions.requireUse(request, "ConditionExpression");
        Map<String, AttributeValue> key = ValueJson.readItem(request.get("Key"));
        requireOldOrNone(request);
        Optional<Condition> condition = condition(request);
        Table table = table(request);
        ItemWrite write = ItemWrite.delete(table, Keys.checked(table, key), condition);
        return answer(request, write, consumption);
    }

    private Table table(JsonNode request) {
        return database.table(request.get("TableName").asText());
    }

    private static Optional<Condition> condition(JsonNode request) {
        Optional<Condition> expected = LegacyParameters.expected(request);
        Expressions expressions = Expressions.of(request, "ConditionExpression");
        Optional<Condition> condition = expressions.condition("ConditionExpression").or(() -> expected);
        expressions.requireAllUsed();
        return condition;
    }

    private static void requireOldOrNone(JsonNode request) {
        String values = request.path("ReturnValues").asText("NONE");
        if (!values.equals("NONE") && !values.equals("ALL_OLD")) {
            throw DynamoDbException.validation("ReturnValues can only be ALL_OLD or NONE");
        }
    }

    private ObjectNode answer(ObjectNode request, ItemWrite write, Consumption consumption) {
        boolean showOld = request.path("ReturnValuesOnConditionCheckFailure").asText().equals("ALL_OLD");
        Written written = write(write, showOld, consumption);
        ObjectNode answer = request.objectNode();
        Map<String, AttributeValue> attributes = returned(request, write, written);
        if (!attributes.isEmpty()) {
            answer.set("Attributes", ValueJson.write(attributes));
        }
        consumption.sayIn(answer, request, write.table().name());
        ItemCollections.sayIn(answer, request, write);
        return answer;
    }

    private static Map<String, AttributeValue> returned(JsonNode request, ItemWrite write, Written written) {
        Map<String, AttributeValue> before = written.before() == null ? Map.of() : written.before();
        Map<String, AttributeValue> after = written.after() == null ? Map.of() : written.after();
        return switch (request.path("ReturnValues").asText("NONE")) {
            case "ALL_OLD" -> before;
            case "ALL_NEW" -> after;
            case "UPDATED_OLD" -> touched(write, before);
            case "UPDATED_NEW" -> touched(write, after);
            default -> Map.of();
        };
    }

    private static Map<String, AttributeValue> touched(ItemWrite write, Map<String, AttributeValue> item) {
        return write.change() instanceof ItemWrite.Change.Updated(var update) && update.isPresent()
                ? update.get().touched(item)
                : Map.of();
    }

    /// Writes one item by itself.
    ///
    /// @throws DynamoDbException ConditionalCheckFailedException, TransactionConflictException, or what the change says
    public Written write(ItemWrite write, boolean showOld, Consumption consumption) {
        return inFlight.single(InFlight.ItemKey.of(write), () -> database.write(writer -> {
            Map<String, AttributeValue> before = writer.item(write.table(), write.key());
            if (!write.mayChange(before)) {
                consume(write, WriteUnits.ofItem(before), consumption);
                throw failed(before, showOld);
            }
            Map<String, AttributeValue> after = write.after(before);
            consume(write, change(writer, write, before, after), consumption);
            return new Written(before, after);
        }));
    }

    private static WriteUnits change(Writer writer, ItemWrite write, @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after) {
        return writer.change(write.table(), before, after, Cause.CALLER);
    }

    private void consume(ItemWrite write, WriteUnits units, Consumption consumption) {
        limits.write(write.table(), write.key(), units.table());
        addTo(consumption, write.table(), units, 1);
    }

    /// @param times 2 in a transaction, which costs the table's units twice and the indexes' once
    static void addTo(Consumption consumption, Table table, WriteUnits units, int times) {
        consumption.write(table.name(), times * units.table());
        for (var each : units.indexes()) {
            consumption.write(table.name(), each.index().name(), each.index().global(), each.units());
        }
    }

    private static DynamoDbException failed(@Nullable Map<String, AttributeValue> before, boolean showOld) {
        return new DynamoDbException("ConditionalCheckFailedException", 400, "The conditional request failed",
                showOld && before != null ? Map.of("Item", ValueJson.write(before)) : Map.of());
    }
}
