package dev.stampede.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// Sends a handler the events that API Gateway would.
final class Requests {

    static final Map<String, String> ADMIN = Map.of("sub", "u-1", "cognito:groups", "[admin customer]");

    private Requests() {}

    record Answer(int status, Map<String, Object> headers, JsonObject body) {

        JsonObject data() {
            return body.object("data");
        }

        String errorCode() {
            return body.object("error").string("code");
        }

        /// The fields that the details name, each with its code.
        List<String> faults() {
            return body.object("error").objects("details").stream()
                    .map(detail -> detail.string("field") + " " + detail.string("code"))
                    .toList();
        }
    }

    static Answer get(RequestStreamHandler handler, String day, Map<String, String> claims) {
        Map<String, Object> context = Json.object("http", Json.object("method", "GET", "path", "/sales/" + day));
        if (!claims.isEmpty()) {
            context.put("authorizer", Json.object("jwt", Json.object("claims", claims)));
        }
        Map<String, Object> event = Json.object("pathParameters", Map.of("day", day), "requestContext", context);
        var out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(Json.write(event).getBytes(UTF_8)), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonObject response = Json.readObject(out.toString(UTF_8));
        return new Answer(response.integer("statusCode"), response.object("headers").fields(),
                Json.readObject(response.string("body")));
    }
}
