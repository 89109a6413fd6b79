package dev.stampede.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Sends a handler the events that API Gateway would.
final class Requests {

    private Requests() {}

    record Answer(int status, Map<String, Object> headers, JsonObject body) {

        String errorCode() {
            return body.object("error").string("code");
        }
    }

    static Answer get(RequestStreamHandler handler, Map<String, String> path, Map<String, String> query) {
        String event = Json.write(Json.object(
                "version", "2.0",
                "queryStringParameters", query,
                "pathParameters", path,
                "requestContext", Json.object("http", Json.object("method", "GET", "path", "/"))));
        var out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonObject response = Json.readObject(out.toString(UTF_8));
        return new Answer(
                response.integer("statusCode"),
                response.object("headers").fields(),
                Json.readObject(response.string("body")));
    }
}
