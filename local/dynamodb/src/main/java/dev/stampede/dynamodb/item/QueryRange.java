package dev.stampede.dynamodb.item;

import dev.stampede.dynamodb.expression.KeyCondition;
import dev.stampede.dynamodb.expression.KeyCondition.RangeCondition;
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

    static KeyRange of(KeyCondition condition, boolean descending) {
        List<RangeCondition> ranges = condition.ranges();
        KeyBytes begin = KeyBytes.partition(condition.hashes());
        ranges.stream().limit(Math.max(0, ranges.size() - 1))
                .forEach(each -> begin.then(each.equality().orElseThrow()));
        byte[] from = begin.bytes();
        byte[] to = KeyBytes.behind(from);
        if (!ranges.isEmpty()) {
            switch (ranges.getLast()) {
                case Comparison(var comparator, AttributeValue value) -> {
                    byte[] key = begin.then(value).bytes();
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
                    to = KeyBytes.behind(begin.copy().then(upper).bytes());
                    from = begin.then(lower).bytes();
                }
                case BeginsWith(AttributeValue prefix) -> {
                    from = begin.thenPrefix(prefix).bytes();
                    to = KeyBytes.behind(from);
                }
            }
        }
        return new KeyRange(from, to, descending);
    }

    /// A bound behind all keys that are less than `key` and before `key` itself: what ends in the mark of two zero
    /// bytes is greater than the same without the last one, and every lesser key is less than that, too.
    static byte[] before(byte[] key) {
        return Arrays.copyOf(key, key.length - 1);
    }

    /// The first bound behind `key`.
    static byte[] after(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }
}
