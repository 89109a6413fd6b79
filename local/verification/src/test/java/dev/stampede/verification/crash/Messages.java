package dev.stampede.verification.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.model.CartId;
import dev.stampede.model.EventType;
import dev.stampede.model.Order;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.wire.EventJson;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Hands handlers what AWS would hand them.
final class Messages {

    private Messages() {}

    /// @return whether no message was handed back
    static boolean queue(RequestStreamHandler handler, List<String> bodies) {
        List<Object> records = new ArrayList<>();
        for (String body : bodies) {
            records.add(Json.object(
                    "messageId", "message-" + records.size(),
                    "body", body,
                    "attributes", Json.object("ApproximateReceiveCount", "1")));
        }
        return batch(handler, records);
    }

    /// @return whether no change was handed back
    static boolean batch(RequestStreamHandler handler, List<Object> records) {
        return send(handler, Json.object("Records", records)).objects("batchItemFailures").isEmpty();
    }

    /// @return the status of the answer
    static int post(
            RequestStreamHandler handler, String orderId, Map<String, String> headers, Map<String, String> claims,
            String body) {
        Map<String, Object> context = Json.object("http", Json.object("method", "POST", "path", "/orders"));
        if (!claims.isEmpty()) {
            context.put("authorizer", Json.object("jwt", Json.object("claims", claims)));
        }
        return send(handler, Json.object("headers", headers, "pathParameters", Map.of("id", orderId), "body", body,
                "requestContext", context)).integer("statusCode");
    }

    /// @param item its path parameter, where the route has one
    /// @return the status of the answer
    static int toCart(RequestStreamHandler handler, CartId cart, String item, Map<String, String> headers,
            Map<String, String> claims, String body) {
        Map<String, Object> context = Json.object("http", Json.object("method", "POST", "path", "/cart"));
        context.put("authorizer", Json.object("jwt", Json.object("claims", claims)));
        Map<String, String> all = new HashMap<>(headers);
        all.put("x-cart-token", cart.token(new byte[32]));
        return send(handler, Json.object("headers", all, "body", body,
                "pathParameters", Map.of("id", cart.value(), "cartId", cart.value(), "itemId", item),
                "requestContext", context)).integer("statusCode");
    }

    static void schedule(RequestStreamHandler handler) {
        call(handler, Json.object("detail-type", "Scheduled Event"));
    }

    /// The newest event of a type.
    static String event(Order order, EventType type) {
        return OrderEvent.since(0, order).stream()
                .filter(event -> event.type() == type)
                .reduce((_, newer) -> newer)
                .map(EventJson::write)
                .orElseThrow();
    }

    private static JsonObject send(RequestStreamHandler handler, Map<String, Object> event) {
        return Json.readObject(call(handler, event));
    }

    private static String call(RequestStreamHandler handler, Map<String, Object> event) {
        var out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(Json.write(event).getBytes(UTF_8)), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8);
    }
}
