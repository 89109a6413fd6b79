package dev.stampede.dynamodb.value;

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
import java.util.Map;

/// Sizes in bytes, as they count towards limits and capacity
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
public final class Sizes {

    private static final int COLLECTION = 3;
    private static final int ELEMENT = 1;

    private Sizes() {}

    public static int of(Map<String, AttributeValue> item) {
        int size = 0;
        for (var attribute : item.entrySet()) {
            size += utf8(attribute.getKey()) + of(attribute.getValue());
        }
        return size;
    }

    public static int of(AttributeValue value) {
        return switch (value) {
            case S(String text) -> utf8(text);
            case N(var number) -> Numbers.size(number);
            case B(ByteString bytes) -> bytes.length();
            case Bool _,Null _ -> 1;
            case L(var list) -> COLLECTION
                    + list.stream().mapToInt(each -> ELEMENT + of(each)).sum();
            case M(var map) -> COLLECTION + map.size() * ELEMENT + of(map);
            case SS(var set) -> set.stream().mapToInt(Sizes::utf8).sum();
            case NS(var set) -> set.stream().mapToInt(Numbers::size).sum();
            case BS(var set) -> set.stream().mapToInt(ByteString::length).sum();
        };
    }

    /// The length of a text in UTF-8.
    public static int utf8(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A surrogate pair takes four bytes, two for each of its chars.
            length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return length;
    }
}
