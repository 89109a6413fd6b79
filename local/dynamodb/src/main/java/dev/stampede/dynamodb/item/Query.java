package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.Expressions;
import dev.stampede.dynamodb.expression.KeyCondition;
import dev.stampede.dynamodb.expression.KeyTerms;
import dev.stampede.dynamodb.expression.LegacyParameters;
import dev.stampede.dynamodb.expression.Projection;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.KeyRange;
import dev.stampede.dynamodb.value.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Query.
final class Query implements Operation {

    private final Database database;
    private final PartitionLimits limits;

    Query(Database database, PartitionLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    @Override
    public ObjectNode call(ObjectNode request, Consumption consumption) {
        LegacyParameters.requireUnmixed(
                request,
                request.hasNonNull("KeyConditionExpression")
                        ? List.of("AttributesToGet", "QueryFilter", "ConditionalOperator", "KeyConditions")
                        : List.of("AttributesToGet", "QueryFilter", "ConditionalOperator"),
                List.of("ProjectionExpression", "FilterExpression", "KeyConditionExpression"));
        Expressions.requireUse(request, "FilterExpression", "KeyConditionExpression");
        Optional<Condition> legacyFilter = LegacyParameters.filter(request, "QueryFilter");
        Optional<Projection> legacyProjection = LegacyParameters.projection(request);
        Optional<Map<String, AttributeValue>> start = StartKey.read(request);
        if (!request.hasNonNull("KeyConditions") && !request.hasNonNull("KeyConditionExpression")) {
            throw DynamoDbException.validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        }
        Expressions expressions = Expressions.of(request, "FilterExpression", "KeyConditionExpression");
        expressions.condition("KeyConditionExpression");
        Optional<Condition> filter = expressions.condition("FilterExpression").or(() -> legacyFilter);
        Optional<Projection> projection = expressions.projection().or(() -> legacyProjection);
        expressions.requireAllUsed();
        Optional<KeyTerms> terms = expressions.keyTerms().or(() -> LegacyParameters.keyTerms(request));
        Selection selection = Selection.of(request, projection);

        Source source = Source.of(database, request);
        start.ifPresent(position -> StartKey.checkForQuery(source, position));
        KeyCondition condition = terms.orElseThrow().against(source.key());
        boolean descending = !request.path("ScanIndexForward").asBoolean(true);
        KeyRange range = QueryRange.of(condition, descending);
        if (start.isPresent()) {
            range = StartKey.within(source, condition, range, start.get());
        }
        projection.ifPresent(each -> Keys.refuseNested(source.table(), each.nested()));
        filter.ifPresent(each -> checkFilter(request, source, each));
        selection.check(source);
        filter.ifPresent(each -> Keys.refuseNested(source.table(), each.nested()));
        return Page.read(source, range, filter, selection, request, limits, consumption);
    }

    /// A query has its condition on the key; a filter that looks at the key would be a second one.
    private static void checkFilter(ObjectNode request, Source source, Condition filter) {
        for (String name : source.key().names()) {
            if (filter.attributes().contains(name)) {
                throw DynamoDbException.validation((request.has("QueryFilter") ? "QueryFilter" : "Filter Expression")
                        + " can only contain non-primary key attributes: Primary key attribute: " + name);
            }
        }
    }
}
