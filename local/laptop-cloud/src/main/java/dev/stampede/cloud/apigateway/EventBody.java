package dev.stampede.cloud.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.http.Request;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A request's body as the event carries it: text as it is, everything else in base 64.
record EventBody(byte[] bytes, String contentType) {

    /// AWS treats every other type as binary, forms and a missing type too.
    private static final Set<String> TEXT_TYPES =
            Set.of("application/json", "application/xml", "application/javascript");

    static EventBody of(Request request) {
        return new EventBody(request.body(), request.header("content-type").orElse(""));
    }

    ObjectNode putInto(ObjectNode event) {
        if (bytes.length == 0) {
            return event.put("isBase64Encoded", false);
        }
        Optional<String> text = isText() ? utf8() : Optional.empty();
        return event
                .put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(bytes)))
                .put("isBase64Encoded", text.isEmpty());
    }

    private boolean isText() {
        String type = contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || TEXT_TYPES.contains(type);
    }

    private Optional<String> utf8() {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
