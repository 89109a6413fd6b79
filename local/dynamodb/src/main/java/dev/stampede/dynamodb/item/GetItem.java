package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.expression.Expressions;
import dev.stampede.dynamodb.expression.LegacyParameters;
import dev.stampede.dynamodb.expression.Projection;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// GetItem.
final class GetItem implements Operation {

    private final Database database;
    private final PartitionLimits limits;

    GetItem(Database database, PartitionLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    @Override
    public ObjectNode call(ObjectNode request, Consumption consumption) {
        LegacyParameters.requireUnmixed(request, List.of("AttributesToGet"), List.of("ProjectionExpression"));
        Expressions.requireUse(request);
        Map<String, AttributeValue> key = ValueJson.readItem(request.get("Key"));
        Optional<Projection> projection = projection(request);
        Table table = database.table(request.get("TableName").asText());
        Keys.checked(table, key);
        projection.ifPresent(each -> Keys.refuseNested(table, each.nested()));

        Map<String, AttributeValue> item = database.item(table, key);
        double units = ReadUnits.of(item, request.path("ConsistentRead").asBoolean());
        limits.read(table, key, units);
        consumption.read(table.name(), units);
        ObjectNode answer = request.objectNode();
        if (item != null) {
            answer.set("Item", ValueJson.write(projection.isPresent() ? projection.get().of(item) : item));
        }
        consumption.sayIn(answer, request, table.name());
        return answer;
    }

    /// What a request for items without conditions wants of them.
    static Optional<Projection> projection(ObjectNode request) {
        Optional<Projection> legacy = LegacyParameters.projection(request);
        Expressions expressions = Expressions.of(request);
        Optional<Projection> projection = expressions.projection().or(() -> legacy);
        expressions.requireAllUsed();
        return projection;
    }
}
