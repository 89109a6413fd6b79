package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.L;
import dev.stampede.dynamodb.value.AttributeValue.N;
import dev.stampede.dynamodb.value.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What only updates have: values made of others. Where a condition would be false, these are errors.
public sealed interface Computed extends Operand {

    Operand left();

    Operand right();

    @Override
    default void paths(Consumer<Path> found) {
        left().paths(found);
        right().paths(found);
    }

    /// `if_not_exists`
    record IfNotExists(Path left, Operand right) implements Computed {
        @Override
        public AttributeValue in(Map<String, AttributeValue> item) {
            AttributeValue value = left.in(item);
            return value == null ? required(right, item) : value;
        }

        @Override
        public @Nullable String knownType() {
            return null;
        }
    }

    /// `list_append`
    record ListAppend(Operand left, Operand right) implements Computed {
        @Override
        public AttributeValue in(Map<String, AttributeValue> item) {
            AttributeValue first = required(left, item);
            AttributeValue second = required(right, item);
            if (first instanceof L(var beginning) && second instanceof L(var end)) {
                List<AttributeValue> list = new ArrayList<>(beginning.size() + end.size());
                list.addAll(beginning);
                list.addAll(end);
                return new L(list);
            }
            throw incorrectType();
        }

        @Override
        public String knownType() {
            return "L";
        }
    }

    /// `+`
    record Sum(Operand left, Operand right) implements Computed {
        @Override
        public AttributeValue in(Map<String, AttributeValue> item) {
            return sum(number(left, item), number(right, item));
        }

        @Override
        public String knownType() {
            return "N";
        }
    }

    /// `-`
    record Difference(Operand left, Operand right) implements Computed {
        @Override
        public AttributeValue in(Map<String, AttributeValue> item) {
            return sum(number(left, item), number(right, item).negate());
        }

        @Override
        public String knownType() {
            return "N";
        }
    }

    /// @throws DynamoDbException when the item has none
    static AttributeValue required(Operand operand, Map<String, AttributeValue> item) {
        AttributeValue value = operand.in(item);
        if (value == null) {
            throw DynamoDbException.validation(
                    "The provided expression refers to an attribute that does not exist in the item");
        }
        return value;
    }

    static N sum(BigDecimal left, BigDecimal right) {
        BigDecimal sum = left.add(right);
        if (sum.stripTrailingZeros().precision() > Numbers.DIGITS) {
            throw DynamoDbException.validation(Numbers.OVERFLOW);
        }
        return new N(Numbers.inRange(sum));
    }

    static DynamoDbException incorrectType() {
        return DynamoDbException.validation("An operand in the update expression has an incorrect data type");
    }

    private static BigDecimal number(Operand operand, Map<String, AttributeValue> item) {
        if (required(operand, item) instanceof N(BigDecimal number)) {
            return number;
        }
        throw incorrectType();
    }
}
