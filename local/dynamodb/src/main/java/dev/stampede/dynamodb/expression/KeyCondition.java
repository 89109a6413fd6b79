package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.value.AttributeValue;
import java.util.Optional;

/// Which part of a table or an index a Query reads: one partition, and a range of its sort key.
public record KeyCondition(AttributeValue hash, Optional<RangeCondition> range) {

    public sealed interface RangeCondition {
        boolean test(AttributeValue rangeKey);

        /// @param comparator never [Comparator#NE]
        record Comparison(Comparator comparator, AttributeValue value) implements RangeCondition {
            @Override
            public boolean test(AttributeValue rangeKey) {
                return comparator.test(rangeKey, value);
            }
        }

        record Between(AttributeValue lower, AttributeValue upper) implements RangeCondition {
            @Override
            public boolean test(AttributeValue rangeKey) {
                return Comparator.GE.test(rangeKey, lower) && Comparator.LE.test(rangeKey, upper);
            }
        }

        record BeginsWith(AttributeValue prefix) implements RangeCondition {
            @Override
            public boolean test(AttributeValue rangeKey) {
                return Values.beginsWith(rangeKey, prefix);
            }
        }
    }
}
