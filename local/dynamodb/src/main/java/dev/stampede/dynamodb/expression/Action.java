package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.BS;
import dev.stampede.dynamodb.value.AttributeValue.L;
import dev.stampede.dynamodb.value.AttributeValue.N;
import dev.stampede.dynamodb.value.AttributeValue.NS;
import dev.stampede.dynamodb.value.AttributeValue.SS;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One change of an [Update].
public sealed interface Action {

    Path path();

    /// What is at the path afterwards.
    ///
    /// @param item as it was before the update
    /// @return null when nothing is
    @Nullable
    AttributeValue result(Map<String, AttributeValue> item);

    record Set(Path path, Operand value) implements Action {
        @Override
        public AttributeValue result(Map<String, AttributeValue> item) {
            return Computed.required(value, item);
        }
    }

    record Remove(Path path) implements Action {
        @Override
        public @Nullable AttributeValue result(Map<String, AttributeValue> item) {
            return null;
        }
    }

    /// Adds to a number, or elements to a set or a list.
    ///
    /// @param mismatch what is said when the item has something of another type there
    record Add(Path path, AttributeValue value, String mismatch) implements Action {
        @Override
        public AttributeValue result(Map<String, AttributeValue> item) {
            AttributeValue old = path.in(item);
            if (old == null) {
                return value;
            }
            return switch (value) {
                case N(var more) when old instanceof N(var number) -> Computed.sum(number, more);
                case SS(var more) when old instanceof SS(var set) -> new SS(union(set, more));
                case NS(var more) when old instanceof NS(var set) -> new NS(union(set, more));
                case BS(var more) when old instanceof BS(var set) -> new BS(union(set, more));
                case L(var more) when old instanceof L(var list) -> {
                    List<AttributeValue> longer = new ArrayList<>(list);
                    longer.addAll(more);
                    yield new L(longer);
                }
                default -> throw DynamoDbException.validation(mismatch);
            };
        }
    }

    /// Takes elements out of a set; the last one with the set.
    ///
    /// @param mismatch what is said when the item has something of another type there
    record Delete(Path path, AttributeValue value, String mismatch) implements Action {
        @Override
        public @Nullable AttributeValue result(Map<String, AttributeValue> item) {
            AttributeValue old = path.in(item);
            return switch (value) {
                case Object _ when old == null -> null;
                case SS(var less) when old instanceof SS(var set) -> {
                    var left = difference(set, less);
                    yield left.isEmpty() ? null : new SS(left);
                }
                case NS(var less) when old instanceof NS(var set) -> {
                    var left = difference(set, less);
                    yield left.isEmpty() ? null : new NS(left);
                }
                case BS(var less) when old instanceof BS(var set) -> {
                    var left = difference(set, less);
                    yield left.isEmpty() ? null : new BS(left);
                }
                default -> throw DynamoDbException.validation(mismatch);
            };
        }
    }

    private static <T> LinkedHashSet<T> union(Collection<T> set, Collection<T> more) {
        LinkedHashSet<T> union = new LinkedHashSet<>(set);
        union.addAll(more);
        return union;
    }

    private static <T> LinkedHashSet<T> difference(Collection<T> set, Collection<T> less) {
        LinkedHashSet<T> difference = new LinkedHashSet<>(set);
        less.forEach(difference::remove);
        return difference;
    }
}
