package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.B;
import dev.stampede.dynamodb.value.AttributeValue.BS;
import dev.stampede.dynamodb.value.AttributeValue.L;
import dev.stampede.dynamodb.value.AttributeValue.M;
import dev.stampede.dynamodb.value.AttributeValue.N;
import dev.stampede.dynamodb.value.AttributeValue.NS;
import dev.stampede.dynamodb.value.AttributeValue.S;
import dev.stampede.dynamodb.value.AttributeValue.SS;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Order, beginnings and parts of values. Equality needs nothing here: numbers are kept in one form, so values are
/// equal when their records are.
final class Values {

    private static final int DEEPEST = 32;

    private Values() {}

    /// Whether one of them can be said to be the lesser.
    static boolean comparable(AttributeValue left, AttributeValue right) {
        return switch (left) {
            case S _ -> right instanceof S;
            case N _ -> right instanceof N;
            case B _ -> right instanceof B;
            case null, default -> false;
        };
    }

    /// @param left comparable with `right`
    static int compare(AttributeValue left, AttributeValue right) {
        return switch (left) {
            case S(String text) -> compare(text, ((S) right).value());
            case N(var number) -> number.compareTo(((N) right).value());
            case B(var bytes) -> bytes.compareTo(((B) right).value());
            default -> throw new IllegalArgumentException("there is no order among values of type " + left.type());
        };
    }

    /// By code points, which is the order of their UTF-8 bytes; that of Java's chars differs beyond U+FFFF.
    private static int compare(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // Surrogates stand for the highest code points, but are not the highest chars.
                boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
                return surrogates ? (Character.isSurrogate(a) ? 1 : -1) : a - b;
            }
        }
        return left.length() - right.length();
    }

    /// That a value may lie so deep in an item.
    ///
    /// @param value null for none
    /// @param depth how many maps and lists it lies in
    static void requireDepth(@Nullable AttributeValue value, int depth) {
        if (depth > DEEPEST && value != null) {
            throw DynamoDbException
                    .validation("Nesting Levels have exceeded supported limits: Attributes in the item have"
                            + " nested levels beyond supported limit");
        }
        switch (value) {
            case L(var list) -> list.forEach(each -> requireDepth(each, depth + 1));
            case M(var map) -> map.values().forEach(each -> requireDepth(each, depth + 1));
            case null, default -> {}
        }
    }

    static boolean beginsWith(@Nullable AttributeValue value, @Nullable AttributeValue prefix) {
        return switch (value) {
            case S(String text) -> prefix instanceof S(String beginning) && text.startsWith(beginning);
            case B(var bytes) -> prefix instanceof B(var beginning)
                    && beginning.length() <= bytes.length()
                    && Arrays.equals(
                            bytes.bytes(), 0, beginning.length(), beginning.bytes(), 0, beginning.length());
            case null, default -> false;
        };
    }

    static boolean contains(@Nullable AttributeValue value, @Nullable AttributeValue part) {
        return switch (value) {
            case S(String text) -> part instanceof S(String other) && text.contains(other);
            case B(var bytes) -> part instanceof B(var other) && contains(bytes.bytes(), other.bytes());
            case SS(var set) -> part instanceof S(String element) && set.contains(element);
            case NS(var set) -> part instanceof N(var element) && set.contains(element);
            case BS(var set) -> part instanceof B(var element) && set.contains(element);
            case L(var list) -> part != null && list.contains(part);
            case null, default -> false;
        };
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int start = 0; start <= bytes.length - part.length; start++) {
            if (Arrays.equals(bytes, start, start + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
