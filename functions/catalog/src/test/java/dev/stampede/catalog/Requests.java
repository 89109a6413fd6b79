package dev.stampede.catalog;

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

    static final Map<String, String> ADMIN = Map.of(
            "sub", "1", "email", "admin@example.com", "email_verified", "true", "cognito:groups", "[admin]");

    private Requests() {}

    record Answer(int status, Map<String, Object> headers, JsonObject body) {

        String errorCode() {
            return body.object("error").string("code");
        }

        String header(String name) {
            return (String) headers.get(name);
        }

        JsonObject data() {
            return body.object("data");
        }

        /// The fields that the details name, each with its code.
        List<String> faults() {
            return body.object("error").objects("details").stream()
                    .map(detail -> detail.string("field") + " " + detail.string("code"))
                    .toList();
        }
    }

    static Answer get(RequestStreamHandler handler, Map<String, String> path, Map<String, String> query) {
        return get(handler, path, query, Map.of());
    }

    static Answer get(
            RequestStreamHandler handler, Map<String, String> path, Map<String, String> query,
            Map<String, String> headers) {
        return send(handler, Json.object(
                "queryStringParameters", query,
                "pathParameters", path,
                "headers", headers,
                "requestContext", Json.object("http", Json.object("method", "GET", "path", "/"))));
    }

    /// What a member of the staff sends.
    static Answer staff(RequestStreamHandler handler, String id, Map<String, String> headers, String body) {
        return signedIn(handler, id, headers, body, ADMIN);
    }

    static Answer signedIn(RequestStreamHandler handler, String id, Map<String, String> headers, String body,
            Map<String, String> claims) {
        Map<String, Object> context = Json.object("http", Json.object("method", "POST", "path", "/"));
        if (!claims.isEmpty()) {
            context.put("authorizer", Json.object("jwt", Json.object("claims", claims)));
        }
        return send(handler, Json.object(
                "pathParameters", Map.of("id", id), "headers", headers, "body", body, "requestContext", context));
    }

    private static Answer send(RequestStreamHandler handler, Map<String, Object> event) {
        event.put("version", "2.0");
        var out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(Json.write(event).getBytes(UTF_8)), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonObject response = Json.readObject(out.toString(UTF_8));
        return new Answer(
                response.integer("statusCode"),
                response.object("headers").fields(),
                response.optionalString("body").map(Json::readObject).orElseGet(() -> new JsonObject(Map.of())));
    }
}
