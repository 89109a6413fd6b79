package dev.stampede.dynamodb.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.io.IOException;
import java.io.UncheckedIOException;

/// JSON between bytes and trees.
final class Wire {

    /// An item may nest 32 deep, which are 64 levels of JSON, in a batch; deeper ones get the operation's own words up
    /// to here, and those of a body that cannot be read beyond.
    private static final int DEEPEST = 500;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Body.LARGEST)
                    .maxNameLength(Body.LARGEST)
                    .build())
            // The names of attributes are anybody's: they are not kept for the life of the process.
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Wire() {}

    /// @throws DynamoDbException SerializationException without a message, as the service has it
    static ObjectNode read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // What is wrong with it, the service does not say.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw unreadable();
    }

    static DynamoDbException unreadable() {
        return DynamoDbException.refused("SerializationException", null);
    }

    static byte[] write(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
