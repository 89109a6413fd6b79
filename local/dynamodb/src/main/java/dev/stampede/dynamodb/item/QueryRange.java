package dev.stampede.dynamodb.item;

import dev.stampede.dynamodb.expression.KeyCondition;
import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition.BeginsWith;
import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition.Between;
import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition.Comparison;
import dev.stampede.dynamodb.table.KeyRange;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.KeyBytes;
import java.util.Arrays;
import java.util.List;

/// The keys that a query's condition lets through, which are one range in the order in which they lie.
final class QueryRange {

    private QueryRange() {}

    static KeyRange of(Source source, KeyCondition condition, boolean descending) {
        byte[] partition = KeyBytes.partition(List.of(condition.hash())).bytes();
        byte[] from = partition;
        byte[] to = KeyBytes.behind(partition);
        if (condition.range().isPresent()) {
            switch (condition.range().get()) {
                case Comparison(var comparator, AttributeValue value) -> {
                    byte[] key = with(condition, value);
                    switch (comparator) {
                        case EQ -> {
                            from = key;
                            to = KeyBytes.behind(key);
                        }
                        case LT -> to = before(key);
                        case LE -> to = KeyBytes.behind(key);
                        case GT -> from = KeyBytes.behind(key);
                        case GE -> from = key;
                        case NE -> throw new IllegalStateException("no key condition has <>");
                    }
                }
                case Between(AttributeValue lower, AttributeValue upper) -> {
                    from = with(condition, lower);
                    to = KeyBytes.behind(with(condition, upper));
                }
                case BeginsWith(AttributeValue prefix) -> {
                    from = KeyBytes.partition(List.of(condition.hash())).thenPrefix(prefix).bytes();
                    to = KeyBytes.behind(from);
                }
            }
        }
        return new KeyRange(from, to, descending);
    }

    private static byte[] with(KeyCondition condition, AttributeValue range) {
        return KeyBytes.partition(List.of(condition.hash())).then(range).bytes();
    }

    /// A bound behind all keys that are less than `key` and before `key` itself: what ends in the mark of two zero bytes
    /// is greater than the same without the last one, and every lesser key is less than that, too.
    static byte[] before(byte[] key) {
        return Arrays.copyOf(key, key.length - 1);
    }

    /// The first bound behind `key`.
    static byte[] after(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }
}
