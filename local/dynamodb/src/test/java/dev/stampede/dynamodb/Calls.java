package dev.stampede.dynamodb;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;

/// Calls of an engine by JSON that is nice to read: with single quotes.
public record Calls(DynamoDb engine) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public ObjectNode ok(String operation, String request) {
        return engine.call(operation, json(request)).body();
    }

    public ObjectNode ok(String operation, ObjectNode request) {
        return engine.call(operation, request).body();
    }

    /// The refusal as its code, a colon and its message.
    public String refused(String operation, String request) {
        return refused(operation, json(request));
    }

    public String refused(String operation, ObjectNode request) {
        DynamoDbException refusal =
                catchThrowableOfType(DynamoDbException.class, () -> engine.call(operation, request));
        return refusal == null ? "not refused" : refusal.code() + ": " + refusal.getMessage();
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
