package dev.stampede.dynamodb.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.dynamodb.api.Shape.Entries;
import dev.stampede.dynamodb.api.Shape.Items;
import dev.stampede.dynamodb.api.Shape.Text;
import dev.stampede.dynamodb.api.Shape.Whole;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The constraints that a request breaks, gathered in the words of the service.
final class Violations {

    private static final int MOST = 10;
    /// The service repeats the whole value; here a long one ends in dots.
    private static final int LONGEST = 4096;

    private final List<String> gathered = new ArrayList<>(0);
    private @Nullable String alone;

    boolean isEmpty() {
        return gathered.isEmpty() && alone == null;
    }

    void refuse() {
        if (alone != null) {
            throw DynamoDbException.validation(alone);
        }
        if (!gathered.isEmpty()) {
            throw DynamoDbException.validation(gathered.size() + " validation error" + (gathered.size() > 1 ? "s" : "")
                    + " detected: " + String.join("; ", gathered));
        }
    }

    /// What is judged before all else.
    void alone(String message) {
        alone = message;
    }

    /// @param value null where there is none
    void add(Path path, @Nullable JsonNode value, String constraint) {
        if (gathered.size() < MOST) {
            gathered.add("Value " + (value == null ? "null" : "'" + shown(value) + "'") + " at '" + path
                    + "' failed to satisfy constraint: " + constraint);
        }
    }

    void check(Path path, JsonNode node, Text shape) {
        check(path, node, node.textValue(), shape);
    }

    void check(Path path, JsonNode node, String text, Text shape) {
        if (fits(text, shape)) {
            return;
        }
        if (shape.pattern() != null && !shape.pattern().matcher(text).matches()) {
            add(path, node, pattern(shape));
        }
        length(path, node, length(text), shape.min(), shape.max());
        if (!shape.values().isEmpty() && !shape.values().contains(text)) {
            add(path, node, "Member must satisfy enum value set: " + shape.values());
        }
    }

    void check(Path path, JsonNode number, Whole shape) {
        if (number.longValue() < shape.min()) {
            add(path, number, "Member must have value greater than or equal to " + shape.min());
        } else if (number.longValue() > shape.max()) {
            add(path, number, "Member must have value less than or equal to " + shape.max());
        }
    }

    void check(Path path, JsonNode list, Items shape) {
        length(path, list, list.size(), shape.min(), shape.max());
    }

    void checkMembers(Path path, JsonNode list, Text shape) {
        if (!list.valueStream().allMatch(each -> each.isNull() || fits(each.textValue(), shape))) {
            add(path, list, "Member must satisfy constraint: " + constraints(shape));
        }
    }

    void check(Path path, JsonNode map, Entries shape) {
        length(path, map, map.size(), shape.min(), shape.max());
        if (shape.key() instanceof Text key && key != Shapes.TEXT && any(map, entry -> !fits(entry.getKey(), key))) {
            add(path, map, "Map keys must satisfy constraint: " + constraints(key));
        }
        if (shape.value() instanceof Items(_, int min, int max, _)
                && any(map, entry -> entry.getValue().isArray()
                        && (entry.getValue().size() < min || entry.getValue().size() > max))) {
            add(path, map, "Map value must satisfy constraint: [" + atMost(max) + ", " + atLeast(min) + "]");
        }
        if (shape.value() instanceof Text value
                && any(map, entry -> entry.getValue().isTextual() && !fits(entry.getValue().textValue(), value))) {
            add(path, map, "Map value must satisfy constraint: " + constraints(value));
        }
    }

    private static boolean any(JsonNode map, Predicate<Map.Entry<String, JsonNode>> matches) {
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            if (matches.test(entry)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String text, Text shape) {
        if (shape == Shapes.TEXT) {
            return true;
        }
        int length = length(text);
        return length >= shape.min()
                && length <= shape.max()
                && (shape.pattern() == null || shape.pattern().matcher(text).matches())
                && (shape.values().isEmpty() || shape.values().contains(text));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private void length(Path path, JsonNode node, int length, int min, int max) {
        if (length < min) {
            add(path, node, atLeast(min));
        } else if (length > max) {
            add(path, node, atMost(max));
        }
    }

    private static String constraints(Text shape) {
        return "[" + atMost(shape.max()) + ", " + atLeast(shape.min())
                + (shape.pattern() == null ? "" : ", " + pattern(shape)) + "]";
    }

    private static String pattern(Text shape) {
        return "Member must satisfy regular expression pattern: " + shape.pattern();
    }

    private static String atLeast(int min) {
        return "Member must have length greater than or equal to " + min;
    }

    private static String atMost(int max) {
        return "Member must have length less than or equal to " + max;
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual()
                ? value.textValue()
                : value.isArray()
                        ? "[" + String.join(", ", value.valueStream().map(Violations::shown).toList()) + "]"
                        : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
