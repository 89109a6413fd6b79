package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.B;
import dev.stampede.dynamodb.value.AttributeValue.BS;
import dev.stampede.dynamodb.value.AttributeValue.Bool;
import dev.stampede.dynamodb.value.AttributeValue.L;
import dev.stampede.dynamodb.value.AttributeValue.M;
import dev.stampede.dynamodb.value.AttributeValue.N;
import dev.stampede.dynamodb.value.AttributeValue.NS;
import dev.stampede.dynamodb.value.AttributeValue.Null;
import dev.stampede.dynamodb.value.AttributeValue.S;
import dev.stampede.dynamodb.value.AttributeValue.SS;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Something that has a value: a place in the item, a value of the request, or what is made of others.
public sealed interface Operand permits Path, Operand.Literal, Operand.Size, Computed {

    /// @return null when the item has no such value
    @Nullable
    AttributeValue in(Map<String, AttributeValue> item);

    /// Tells of every path in it, from the left.
    void paths(Consumer<Path> found);

    /// The type of its value; null when only the item knows it.
    @Nullable
    String knownType();

    record Literal(AttributeValue value) implements Operand {
        @Override
        public AttributeValue in(Map<String, AttributeValue> item) {
            return value;
        }

        @Override
        public void paths(Consumer<Path> found) {
            // A value of the request has none.
        }

        @Override
        public String knownType() {
            return value.type();
        }
    }

    /// The characters of a text, the bytes of binary, the number of elements of anything else that has elements.
    record Size(Operand operand) implements Operand {
        @Override
        public @Nullable AttributeValue in(Map<String, AttributeValue> item) {
            return switch (operand.in(item)) {
                case S(String text) -> number(text.length());
                case B(var bytes) -> number(bytes.length());
                case L(var list) -> number(list.size());
                case M(var map) -> number(map.size());
                case SS(var set) -> number(set.size());
                case NS(var set) -> number(set.size());
                case BS(var set) -> number(set.size());
                case N _,Bool _,Null _ -> null;
                case null -> null;
            };
        }

        @Override
        public void paths(Consumer<Path> found) {
            operand.paths(found);
        }

        @Override
        public String knownType() {
            return "N";
        }

        private static N number(int size) {
            // In the one form that numbers are kept in: 100 is 1E+2.
            return new N(size == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(size).stripTrailingZeros());
        }
    }
}
