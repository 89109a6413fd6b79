package dev.stampede.verification.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The events that Lambda gives to functions and the answers it reads, as JSON over streams.
final class Lambda {

    /// @param data what the envelope holds; empty where it holds nothing or the request was refused
    record Answer(int status, JsonObject data) {}

    private Lambda() {}

    static String call(RequestStreamHandler handler, Map<String, Object> event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static Map<String, Object> queueEvent(List<WorkQueue.Message> messages) {
        return Json.object("Records", messages.stream()
                .map(message -> Json.object(
                        "messageId", message.id(),
                        "body", message.body(),
                        "attributes", Map.of("ApproximateReceiveCount", Integer.toString(message.receives()))))
                .toList());
    }

    /// The messages of a batch that failed.
    static Set<String> failures(String response) {
        return Json.readObject(response).objects("batchItemFailures").stream()
                .map(failure -> failure.string("itemIdentifier"))
                .collect(Collectors.toSet());
    }

    /// @param orderId the path's parameter; empty where it has none
    /// @param claims  of a token that was verified; empty where there is none
    static Map<String, Object> httpEvent(
            String orderId, Map<String, String> headers, String body, Map<String, String> claims) {
        Map<String, Object> context = Json.object(
                "http", Json.object("method", "POST", "path", "/orders", "sourceIp", "203.0.113.7"));
        if (!claims.isEmpty()) {
            context.put("authorizer", Json.object("jwt", Json.object("claims", claims)));
        }
        Map<String, Object> event = Json.object("requestContext", context, "headers", headers, "body", body);
        if (!orderId.isEmpty()) {
            event.put("pathParameters", Map.of("id", orderId));
        }
        return event;
    }

    static Answer answer(String response) {
        JsonObject event = Json.readObject(response);
        JsonObject body = Json.readObject(event.string("body"));
        return new Answer(event.integer("statusCode"), body.optionalObject("data").orElse(new JsonObject(Map.of())));
    }
}
