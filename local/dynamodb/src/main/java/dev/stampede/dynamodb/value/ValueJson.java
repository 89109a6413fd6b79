package dev.stampede.dynamodb.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values as the API's JSON, such as `{"N": "1.5"}`.
public final class ValueJson {

    private static final int DEEPEST = 32;
    private static final String STRUCTURE = "Start of structure or map found where not expected";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ValueJson() {}

    /// @throws DynamoDbException when it is not an item
    public static Map<String, AttributeValue> readItem(JsonNode json) {
        Map<String, AttributeValue> item = readMap(json, 0);
        if (item.containsKey("")) {
            throw invalid("Empty attribute name");
        }
        return item;
    }

    /// @throws DynamoDbException when it is not a value
    public static AttributeValue read(JsonNode json) {
        return read(json, 0);
    }

    private static Map<String, AttributeValue> readMap(JsonNode json, int depth) {
        if (!json.isObject()) {
            throw json.isArray()
                    ? misplaced(json,
                            "java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>")
                    : serialization("Unexpected field type");
        }
        Map<String, AttributeValue> map = LinkedHashMap.newLinkedHashMap(json.size());
        json.properties().forEach(entry -> map.put(entry.getKey(), read(entry.getValue(), depth)));
        return map;
    }

    private static AttributeValue read(JsonNode json, int depth) {
        if (!json.isObject()) {
            throw json.isArray()
                    ? misplaced(json, "class com.amazonaws.dynamodb.v20120810.AttributeValue")
                    : serialization("Unexpected value type in payload");
        }
        if (depth > DEEPEST) {
            throw DynamoDbException
                    .validation("Nesting Levels have exceeded supported limits: Attributes in the item have"
                            + " nested levels beyond supported limit");
        }
        AttributeValue value = null;
        for (var entry : json.properties()) {
            if (!entry.getValue().isNull()) {
                AttributeValue read = read(entry.getKey(), entry.getValue(), depth);
                if (value != null && read != null) {
                    throw DynamoDbException.validation("Supplied AttributeValue has more than one datatypes set, must"
                            + " contain exactly one of the supported datatypes");
                }
                value = read == null ? value : read;
            }
        }
        if (value == null) {
            throw DynamoDbException
                    .validation("Supplied AttributeValue is empty, must contain exactly one of the supported"
                            + " datatypes");
        }
        return value;
    }

    /// @return null for a type that there is none of: the service passes over members that it does not know
    private static @Nullable AttributeValue read(String type, JsonNode json, int depth) {
        return switch (type) {
            case "S" -> new S(text(json));
            case "N" -> new N(Numbers.parse(text(json)));
            case "B" -> new B(bytes(json));
            case "BOOL" -> new Bool(flag(json));
            case "NULL" -> {
                if (!flag(json)) {
                    throw invalid("Null attribute value types must have the value of true");
                }
                yield new Null();
            }
            case "L" -> {
                List<AttributeValue> list = new ArrayList<>(json.size());
                for (JsonNode each : array(json)) {
                    list.add(read(each, depth + 1));
                }
                yield new L(list);
            }
            case "M" -> new M(readMap(json, depth + 1));
            case "SS" -> new SS(set(json, "An string set  may not be empty", ValueJson::text,
                    texts -> invalid("Input collection " + texts + " contains duplicates.")));
            case "NS" -> new NS(set(json, "An number set  may not be empty", each -> Numbers.parse(text(each)),
                    _ -> DynamoDbException.validation("Input collection contains duplicates")));
            case "BS" -> new BS(set(json, "Binary sets should not be empty", ValueJson::bytes,
                    all -> invalid("Input collection " + all + "of type BS contains duplicates.")));
            default -> null;
        };
    }

    private static <T> Set<T> set(JsonNode json, String empty, Function<JsonNode, T> read,
            Function<List<T>, DynamoDbException> duplicates) {
        List<T> all = new ArrayList<>(json.size());
        array(json).forEach(each -> all.add(read.apply(each)));
        if (all.isEmpty()) {
            throw invalid(empty);
        }
        Set<T> set = new LinkedHashSet<>(all);
        if (set.size() < all.size()) {
            throw duplicates.apply(all);
        }
        return set;
    }

    private static String text(JsonNode json) {
        if (!json.isTextual()) {
            throw json.isContainerNode()
                    ? misplaced(json, "class java.lang.String")
                    : serialization(kind(json) + " cannot be converted to String");
        }
        return json.textValue();
    }

    private static boolean flag(JsonNode json) {
        return switch (json.getNodeType()) {
            case BOOLEAN -> json.booleanValue();
            case STRING -> switch (json.textValue().toLowerCase(Locale.ROOT)) {
                case "true", "1", "yes" -> true;
                case "false", "0", "no" -> false;
                default -> throw serialization("Unexpected token received from parser");
            };
            case ARRAY, OBJECT, POJO -> throw misplaced(json, "class java.lang.Boolean");
            case NUMBER, NULL, MISSING, BINARY -> throw serialization(kind(json) + " cannot be converted to Boolean");
        };
    }

    private static ByteString bytes(JsonNode json) {
        if (json.isContainerNode()) {
            throw misplaced(json, "class java.nio.ByteBuffer");
        }
        if (!json.isTextual()) {
            throw serialization("only base-64-encoded strings are convertible to bytes");
        }
        try {
            return ByteString.parse(json.textValue());
        } catch (IllegalArgumentException e) {
            throw serialization(e.getMessage());
        }
    }

    private static JsonNode array(JsonNode json) {
        if (json.isObject()) {
            throw serialization(STRUCTURE);
        }
        if (!json.isArray()) {
            throw serialization("Unexpected field type");
        }
        return json;
    }

    private static DynamoDbException misplaced(JsonNode json, String wanted) {
        return serialization(json.isArray() ? "Unrecognized collection type " + wanted : STRUCTURE);
    }

    private static String kind(JsonNode json) {
        return switch (json.getNodeType()) {
            case BOOLEAN -> json.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
            case NUMBER -> json.isIntegralNumber() ? "NUMBER_VALUE" : "DECIMAL_VALUE";
            case STRING -> "STRING_VALUE";
            case ARRAY -> "START_ARRAY";
            case OBJECT, POJO -> "START_OBJECT";
            case NULL, MISSING, BINARY -> "NULL_VALUE";
        };
    }

    private static DynamoDbException invalid(String message) {
        return DynamoDbException.validation("One or more parameter values were invalid: " + message);
    }

    private static DynamoDbException serialization(@Nullable String message) {
        return DynamoDbException.refused("SerializationException", message);
    }

    public static ObjectNode write(Map<String, AttributeValue> item) {
        ObjectNode json = new ObjectNode(JSON, LinkedHashMap.newLinkedHashMap(item.size()));
        item.forEach((name, value) -> json.set(name, write(value)));
        return json;
    }

    public static ObjectNode write(AttributeValue value) {
        // Room for the one member that it has: values are most of what an answer is made of.
        ObjectNode json = new ObjectNode(JSON, LinkedHashMap.newLinkedHashMap(1));
        switch (value) {
            case S(String text) -> json.put("S", text);
            case N(BigDecimal number) -> json.put("N", Numbers.text(number));
            case B(ByteString bytes) -> json.put("B", bytes.toString());
            case Bool(boolean flag) -> json.put("BOOL", flag);
            case Null() -> json.put("NULL", true);
            case L(List<AttributeValue> list) -> {
                ArrayNode array = json.putArray("L");
                list.forEach(each -> array.add(write(each)));
            }
            case M(Map<String, AttributeValue> map) -> json.set("M", write(map));
            case SS(Set<String> set) -> set.forEach(json.putArray("SS")::add);
            case NS(Set<BigDecimal> set) -> {
                ArrayNode array = json.putArray("NS");
                set.forEach(each -> array.add(Numbers.text(each)));
            }
            case BS(Set<ByteString> set) -> {
                ArrayNode array = json.putArray("BS");
                set.forEach(each -> array.add(each.toString()));
            }
        }
        return json;
    }
}
