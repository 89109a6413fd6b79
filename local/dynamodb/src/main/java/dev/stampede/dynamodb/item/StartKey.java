package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.expression.KeyCondition;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.KeyRange;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// `ExclusiveStartKey`: where a query or a scan goes on. There need be no item there.
final class StartKey {

    private static final String INVALID = "The provided starting key is invalid";

    /// The service does not say of these where they are.
    private static final Pattern SAID_ALONE =
            Pattern.compile("duplicates|number set|numeric value|significant digits|number with magnitude");

    private StartKey() {}

    static Optional<Map<String, AttributeValue>> read(ObjectNode request) {
        if (!request.hasNonNull("ExclusiveStartKey")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ValueJson.readItem(request.get("ExclusiveStartKey")));
        } catch (DynamoDbException e) {
            throw e.code().equals("ValidationException") && !SAID_ALONE.matcher(e.getMessage()).find()
                    ? DynamoDbException.validation(INVALID + ": " + e.getMessage())
                    : e;
        }
    }

    static void checkForQuery(Source source, Map<String, AttributeValue> position) {
        if (position.size() != source.positionNames().size()) {
            throw DynamoDbException.validation(INVALID);
        }
        checkKeyOfSource(source, position);
        checkKeyOfTable(source, position);
    }

    static void checkForScan(Source source, Map<String, AttributeValue> position) {
        if (source.index().isPresent()) {
            checkForQuery(source, position);
        } else if (position.size() == source.positionNames().size()) {
            checkKeyOfTable(source, position);
        } else {
            throw mismatch();
        }
    }

    private static void checkKeyOfSource(Source source, Map<String, AttributeValue> position) {
        for (KeyAttribute attribute : source.key().attributes()) {
            if (!position.containsKey(attribute.name())) {
                throw DynamoDbException.validation(INVALID);
            }
            if (!attribute.isIn(position)) {
                throw Keys.mismatch();
            }
        }
    }

    private static void checkKeyOfTable(Source source, Map<String, AttributeValue> position) {
        if (!source.table().key().attributes().stream().allMatch(attribute -> attribute.isIn(position))) {
            throw mismatch();
        }
    }

    private static DynamoDbException mismatch() {
        return DynamoDbException.validation(INVALID + ": " + Keys.mismatch().getMessage());
    }

    /// The rest of a query's range.
    static KeyRange within(Source source, KeyCondition condition, KeyRange range,
            Map<String, AttributeValue> position) {
        List<KeyAttribute> ranges = source.key().ranges();
        boolean samePartition = source.key().hashes().stream()
                .map(hash -> position.get(hash.name()))
                .toList()
                .equals(condition.hashes());
        boolean sameRange = IntStream.range(0, condition.ranges().size())
                .allMatch(i -> condition.ranges().get(i).test(ranges.get(i).of(position)));
        if (!sameRange) {
            throw DynamoDbException.validation("The provided starting key does not match the range key predicate");
        }
        if (!samePartition) {
            throw DynamoDbException.validation(condition.ranges().isEmpty()
                    ? "The provided starting key is outside query boundaries based on provided conditions"
                    : "The query can return at most one row and cannot be restarted");
        }
        if (source.index().isEmpty() && ranges.isEmpty()) {
            throw DynamoDbException
                    .validation("The provided exclusive start key is invalid: ExclusiveStartKey cannot be"
                            + " used with a table that has a partition key only");
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
