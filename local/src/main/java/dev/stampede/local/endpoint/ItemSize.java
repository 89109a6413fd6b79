package dev.stampede.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/// How large DynamoDB counts an item
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
final class ItemSize {

    private static final int KB = 1024;
    private static final int READ_UNIT = 4 * KB;

    private ItemSize() {}

    static int of(JsonNode item) {
        int size = 0;
        for (var attribute : item.properties()) {
            size += utf8(attribute.getKey()) + value(attribute.getValue());
        }
        return size;
    }

    static long writeUnits(int bytes) {
        return Math.max(1, (bytes + KB - 1) / KB);
    }

    /// Strongly consistent units.
    static long readUnits(int bytes) {
        return Math.max(1, (bytes + READ_UNIT - 1) / READ_UNIT);
    }

    private static int value(JsonNode typed) {
        if (typed.properties().isEmpty()) {
            // No attribute value; the engine will say so.
            return 0;
        }
        var entry = typed.properties().iterator().next();
        JsonNode value = entry.getValue();
        return switch (entry.getKey()) {
            case "S" -> utf8(value.asText());
            case "N" -> number(value.asText());
            case "B" -> value.asText().length() * 3 / 4;
            case "SS" -> sum(value, each -> utf8(each.asText()));
            case "NS" -> sum(value, each -> number(each.asText()));
            case "BS" -> sum(value, each -> each.asText().length() * 3 / 4);
            // A list or map costs 3 bytes, and one for each element.
            case "L" -> 3 + sum(value, each -> 1 + value(each));
            case "M" -> 3 + value.size() + of(value);
            default -> 1;
        };
    }

    /// One byte for two significant digits, and one more.
    private static int number(String digits) {
        int significant = digits.replaceAll("[-.+]|[eE].*", "").replaceAll("^0+|0+$", "").length();
        return (significant + 1) / 2 + 1;
    }

    private static int sum(JsonNode array, java.util.function.ToIntFunction<JsonNode> size) {
        int sum = 0;
        for (JsonNode each : array) {
            sum += size.applyAsInt(each);
        }
        return sum;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
