package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.DynamoDbException;
import dev.stampede.dynamodb.expression.KeyCondition;
import dev.stampede.dynamodb.table.KeyRange;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// `ExclusiveStartKey`: where a query or a scan goes on. There need be no item there.
final class StartKey {

    private static final String INVALID = "The provided starting key is invalid";

    private StartKey() {}

    static Optional<Map<String, AttributeValue>> read(ObjectNode request) {
        return Optional.ofNullable(request.get("ExclusiveStartKey"))
                .filter(key -> !key.isNull())
                .map(ValueJson::readItem);
    }

    static void checkForQuery(Source source, Map<String, AttributeValue> position) {
        if (source.index().isEmpty() && source.key().ranges().isEmpty()) {
            throw DynamoDbException.validation("The provided exclusive start key is invalid: ExclusiveStartKey cannot be"
                    + " used with a table that has a partition key only");
        }
        if (!position.keySet().equals(source.positionNames())) {
            throw DynamoDbException.validation(INVALID);
        }
        checkTypes(source, position);
    }

    static void checkForScan(Source source, Map<String, AttributeValue> position) {
        if (!position.keySet().equals(source.positionNames())) {
            throw DynamoDbException.validation(source.index().isPresent()
                    ? INVALID
                    : INVALID + ": The provided key element does not match the schema");
        }
        checkTypes(source, position);
    }

    private static void checkTypes(Source source, Map<String, AttributeValue> position) {
        for (KeyAttribute attribute : source.key().attributes()) {
            if (!attribute.isIn(position)) {
                throw Keys.mismatch();
            }
        }
        for (KeyAttribute attribute : source.table().key().attributes()) {
            if (!attribute.isIn(position)) {
                throw DynamoDbException.validation(INVALID + ": The provided key element does not match the schema");
            }
        }
    }

    /// The rest of a query's range.
    static KeyRange within(Source source, KeyCondition condition, KeyRange range, Map<String, AttributeValue> position) {
        boolean samePartition = condition.hash().equals(position.get(source.key().hash().name()));
        boolean sameRange = condition.range().isEmpty()
                || condition.range().get().test(position.get(source.key().range().orElseThrow().name()));
        if (!samePartition) {
            throw DynamoDbException.validation(condition.range().isPresent() && sameRange
                    ? "The query can return at most one row and cannot be restarted"
                    : "The provided starting key is outside query boundaries based on provided conditions");
        }
        if (!sameRange) {
            throw DynamoDbException.validation("The provided starting key does not match the range key predicate");
        }
        return after(range, source.bytes(position));
    }

    /// The rest of a range behind a position.
    static KeyRange after(KeyRange range, byte[] position) {
        return range.descending()
                ? new KeyRange(range.from(), QueryRange.before(position), true)
                : new KeyRange(QueryRange.after(position), range.to(), false);
    }

    /// Whether a position lies in a segment of a parallel scan.
    static boolean isIn(KeyRange segment, byte[] position) {
        return Arrays.compareUnsigned(position, segment.from()) >= 0
                && (segment.to() == null || Arrays.compareUnsigned(position, segment.to()) < 0);
    }
}
