package dev.stampede.fulfilment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Sends a handler the events that API Gateway would, for the sample order.
final class Requests {

    static final Map<String, String> ADMIN = Map.of(
            "sub", "u-1", "email", "Staff@Example.com", "email_verified", "true", "cognito:groups", "[admin customer]");

    private Requests() {}

    record Answer(int status, Map<String, Object> headers, JsonObject body) {

        JsonObject data() {
            return body.object("data");
        }

        String errorCode() {
            return body.object("error").string("code");
        }

        Map<String, Object> detail() {
            return body.object("error").objects("details").getFirst().fields();
        }
    }

    static Answer post(
            RequestStreamHandler handler, Map<String, String> claims, Map<String, String> headers, String body) {
        Map<String, Object> event = Json.object(
                "headers", headers,
                "body", body,
                "pathParameters", Map.of("id", Sample.ID),
                "requestContext", Json.object(
                        "http", Json.object("method", "POST", "path", "/orders"),
                        "authorizer", Json.object("jwt", Json.object("claims", claims))));
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
                Json.readObject(response.string("body")));
    }
}
