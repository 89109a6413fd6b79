package dev.stampede.dynamodb.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.Map;

/// Requests and items of the tests. JSON is written with single quotes.
final class Given {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private Given() {}

    static JsonNode json(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    static Map<String, AttributeValue> item(String json) {
        return ValueJson.readItem(json(json));
    }

    /// A request with one expression. Names and values are left out when they are empty.
    static Expressions expressions(String member, String text, String names, String values) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put(member, text);
        if (!names.isEmpty()) {
            request.set("ExpressionAttributeNames", json(names));
        }
        if (!values.isEmpty()) {
            request.set("ExpressionAttributeValues", json(values));
        }
        return Expressions.of(request);
    }

    static Condition condition(String text, String values) {
        return expressions("ConditionExpression", text, "", values)
                .condition("ConditionExpression")
                .orElseThrow();
    }

    static Update update(String text, String values) {
        return expressions("UpdateExpression", text, "", values).update().orElseThrow();
    }
}
