package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.capacity.PartitionLimits;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.Expressions;
import dev.stampede.dynamodb.expression.LegacyParameters;
import dev.stampede.dynamodb.expression.Projection;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.operation.Operation;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.KeyRange;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.KeyBytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scan.
final class Scan implements Operation {

    private final Database database;
    private final PartitionLimits limits;

    Scan(Database database, PartitionLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    @Override
    public ObjectNode call(ObjectNode request, Consumption consumption) {
        LegacyParameters.requireUnmixed(
                request,
                List.of("AttributesToGet", "ScanFilter", "ConditionalOperator"),
                List.of("ProjectionExpression", "FilterExpression"));
        Expressions.requireUse(request, "FilterExpression");
        Optional<Projection> legacyProjection = LegacyParameters.projection(request);
        Optional<Condition> legacyFilter = LegacyParameters.filter(request, "ScanFilter");
        Optional<Map<String, AttributeValue>> start = StartKey.read(request);
        KeyRange segment = segment(request);
        Expressions expressions = Expressions.of(request, "FilterExpression");
        Optional<Condition> filter = expressions.condition("FilterExpression").or(() -> legacyFilter);
        Optional<Projection> projection = expressions.projection().or(() -> legacyProjection);
        expressions.requireAllUsed();
        Selection selection = Selection.of(request, projection);

        Source source = Source.of(database, request);
        selection.check(source);
        KeyRange range = start.isPresent() ? rest(source, segment, start.get(), request) : segment;
        projection.ifPresent(each -> Keys.refuseNested(source.table(), each.nested()));
        filter.ifPresent(each -> Keys.refuseNested(source.table(), each.nested()));
        return Page.read(source, range, filter, selection, request, limits, consumption);
    }

    private static KeyRange segment(ObjectNode request) {
        boolean segmented = request.hasNonNull("Segment");
        if (segmented != request.hasNonNull("TotalSegments")) {
            throw DynamoDbException.validation(segmented
                    ? "The TotalSegments parameter is required but was not present in the request when Segment parameter is present"
                    : "The Segment parameter is required but was not present in the request when parameter TotalSegments is present");
        }
        if (!segmented) {
            return KeyRange.ALL;
        }
        int segment = request.get("Segment").asInt();
        int total = request.get("TotalSegments").asInt();
        if (segment >= total) {
            throw DynamoDbException.validation("The Segment parameter is zero-based and must be less than parameter"
                    + " TotalSegments: Segment: " + segment + " is not less than TotalSegments: " + total);
        }
        return new KeyRange(
                KeyBytes.segmentStart(segment, total),
                segment + 1 == total ? null : KeyBytes.segmentStart(segment + 1, total),
                false);
    }

    private static KeyRange rest(
            Source source, KeyRange segment, Map<String, AttributeValue> position, ObjectNode request) {
        StartKey.checkForScan(source, position);
        byte[] bytes = source.bytes(position);
        if (segment.from() != null && !StartKey.isIn(segment, bytes)) {
            throw DynamoDbException
                    .validation("The provided starting key is invalid: Invalid ExclusiveStartKey. Please use"
                            + " ExclusiveStartKey with correct Segment. TotalSegments: "
                            + request.get("TotalSegments").asInt()
                            + " Segment: " + request.get("Segment").asInt());
        }
        return StartKey.after(segment, bytes);
    }
}
