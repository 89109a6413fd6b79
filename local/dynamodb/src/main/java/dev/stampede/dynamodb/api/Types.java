package dev.stampede.dynamodb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.value.ByteString;
import java.util.Locale;

/// JSON of the wrong type is refused in the words of the service's own reader, which speak of its Java.
final class Types {

    private static final String PACKAGE = "com.amazonaws.dynamodb.v20120810.";
    private static final String STRUCTURE = "Start of structure or map found where not expected";
    private static final String GENERIC =
            "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast"
                    + " to class java.lang.Class (sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and java.lang.Class"
                    + " are in module java.base of loader 'bootstrap')";

    private Types() {}

    static void text(JsonNode node) {
        if (!node.isTextual()) {
            throw scalar(node, "java.lang.String", token(node) + " cannot be converted to String");
        }
    }

    static JsonNode whole(String type, JsonNode node) {
        if (node.isLong() || node.isInt()) {
            return node;
        }
        if (!node.isNumber()) {
            throw scalar(node, "java.lang." + type, token(node) + " cannot be converted to " + type);
        }
        // What is out of range becomes the largest or the least, which is out of bounds as well.
        long floor = (long) Math.floor(node.doubleValue());
        return (int) floor == floor ? IntNode.valueOf((int) floor) : LongNode.valueOf(floor);
    }

    static JsonNode flag(JsonNode node) {
        if (node.isBoolean()) {
            return node;
        }
        if (!node.isTextual()) {
            throw scalar(node, "java.lang.Boolean", token(node) + " cannot be converted to Boolean");
        }
        return switch (node.textValue().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> BooleanNode.TRUE;
            case "false", "0", "no" -> BooleanNode.FALSE;
            default -> throw refused("Unexpected token received from parser");
        };
    }

    static JsonNode blob(JsonNode node) {
        if (!node.isTextual()) {
            throw scalar(node, "java.nio.ByteBuffer", "only base-64-encoded strings are convertible to bytes");
        }
        try {
            ByteString.parse(node.textValue());
            return node;
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    static void list(JsonNode node, boolean generic) {
        if (!node.isArray()) {
            throw refused(node.isObject() ? STRUCTURE : generic ? GENERIC : "Unexpected field type");
        }
    }

    static void map(String type, JsonNode node, boolean generic) {
        if (node.isArray()) {
            throw refused("Unrecognized collection type java.util.Map<java.lang.String, "
                    + (type.contains(".") ? type : PACKAGE + type) + ">");
        }
        if (!node.isObject()) {
            throw refused(generic ? GENERIC : "Unexpected field type");
        }
    }

    static void structure(String type, JsonNode node, boolean inside) {
        if (node.isArray()) {
            throw refused("Unrecognized collection type class " + PACKAGE + type);
        }
        if (!node.isObject()) {
            throw refused(inside ? "Unexpected value type in payload" : "Unexpected field type");
        }
    }

    private static DynamoDbException scalar(JsonNode node, String javaClass, String otherwise) {
        return refused(
                node.isArray()
                        ? "Unrecognized collection type class " + javaClass
                        : node.isObject()
                                ? STRUCTURE
                                : otherwise);
    }

    private static String token(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() ? "NUMBER_VALUE" : "DECIMAL_VALUE";
        }
        return "STRING_VALUE";
    }

    private static DynamoDbException refused(String message) {
        return DynamoDbException.refused("SerializationException", message);
    }
}
