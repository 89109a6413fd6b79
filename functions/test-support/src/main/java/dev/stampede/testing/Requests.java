package dev.stampede.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.model.CartId;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Sends a handler the events that API Gateway would.
public final class Requests {

    private Requests() {}

    public record Answer(int status, Map<String, Object> headers, JsonObject body) {

        public JsonObject data() {
            return body.object("data");
        }

        public String errorCode() {
            return body.object("error").string("code");
        }

        public JsonObject detail() {
            return body.object("error").objects("details").getFirst();
        }
    }

    public static Answer post(RequestStreamHandler handler, Map<String, String> headers, String body) {
        return send(handler, Json.object("headers", headers, "body", body, "requestContext", context("POST", null)));
    }

    public static Answer post(RequestStreamHandler handler, String orderId, Map<String, String> headers, String body) {
        return send(handler, Json.object("headers", headers, "body", body, "pathParameters", Map.of("id", orderId),
                "requestContext", context("POST", null)));
    }

    public static Answer checkOut(RequestStreamHandler handler, CartId cart, Map<String, String> headers, String body) {
        return send(handler, Json.object("headers", headers, "body", body,
                "pathParameters", Map.of("cartId", cart.value()), "requestContext", context("POST", null)));
    }

    public static Answer get(RequestStreamHandler handler, String orderId, Map<String, String> headers) {
        return send(handler, Json.object("headers", headers, "pathParameters", Map.of("id", orderId),
                "requestContext", context("GET", null)));
    }

    public static Answer list(RequestStreamHandler handler, Map<String, ?> claims, Map<String, String> query) {
        return send(handler, Json.object("queryStringParameters", query, "requestContext", context("GET", claims)));
    }

    private static Map<String, Object> context(String method, Map<String, ?> claims) {
        Map<String, Object> context = Json.object("http", Json.object("method", method, "path", "/orders"));
        if (claims != null) {
            context.put("authorizer", Json.object("jwt", Json.object("claims", claims)));
        }
        return context;
    }

    private static Answer send(RequestStreamHandler handler, Map<String, Object> event) {
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
