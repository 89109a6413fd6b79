package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.value.AttributeValue;
import java.util.List;
import java.util.Optional;

/// Which part of a table or an index a Query reads: one partition, and a range of its sort key.
///
/// @param hashes one for each attribute of the partition key
/// @param ranges for attributes of the sort key from the left; all but the last are equalities
public record KeyCondition(List<AttributeValue> hashes, List<RangeCondition> ranges) {

    /// Of a key of one attribute each.
    public KeyCondition(AttributeValue hash, Optional<RangeCondition> range) {
        this(List.of(hash), range.stream().toList());
    }

    public sealed interface RangeCondition {
        boolean test(AttributeValue rangeKey);

        /// What it compares the key with.
        default List<AttributeValue> values() {
            return switch (this) {
                case Comparison(_, AttributeValue value) -> List.of(value);
                case Between(AttributeValue lower, AttributeValue upper) -> List.of(lower, upper);
                case BeginsWith(AttributeValue prefix) -> List.of(prefix);
            };
        }

        /// The one value that it lets through, where there is no other.
        default Optional<AttributeValue> equality() {
            return this instanceof Comparison(Comparator comparator, AttributeValue value)
                    && comparator == Comparator.EQ
                            ? Optional.of(value)
                            : Optional.empty();
        }

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
