package dev.stampede.cli;

import dev.stampede.model.Customer;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.wire.EventJson;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.OrderJson;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One event for any function: a request with the parts that the routes read, and records that are a queue's, a topic's
/// and a stream's at once, all about the same order. The further a handler gets with it, the more its AOT cache holds.
final class TrainingEvent {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private TrainingEvent() {}

    static String json() {
        PlacedOrder placed = new PlacedOrder(
                "00000000-0000-5000-8000-000000000000",
                new Customer(Optional.of("customer@example.com"), Optional.empty()),
                List.of(new OrderLine("rtx-4090", "RTX 4090 GPU", Money.ofMinor(1599_99), 1)),
                "tok_ok",
                "f".repeat(64),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                NOW);
        Order order = Order.reserved(placed, NOW, Duration.ofMinutes(15));
        String event = EventJson.write(OrderEvent.since(0, order).getFirst());
        Map<String, Object> image = image(OrdersTable.toItem(order));
        return Json.write(Json.object(
                "version", "2.0",
                "rawPath", "/",
                "headers", Json.object("content-type", "application/json", "x-receipt-token", "none"),
                "pathParameters", Json.object("id", placed.orderId()),
                "queryStringParameters", Json.object("limit", "5"),
                "requestContext", Json.object(
                        "requestId", "training",
                        "http", Json.object("method", "POST", "path", "/", "sourceIp", "127.0.0.1"),
                        "authorizer",
                        Json.object("jwt", Json.object("claims", Json.object("email", "customer@example.com")))),
                "body", "{\"cart\":[{\"id\":\"rtx-4090\",\"quantity\":1}],\"customerEmail\":\"customer@example.com\"}",
                "isBase64Encoded", false,
                "Records", List.of(
                        record("1", event, event, image),
                        record("2", Json.write(OrderJson.toTree(placed)), event, image))));
    }

    private static Map<String, Object> record(String id, String body, String event, Map<String, Object> image) {
        return Json.object(
                "messageId", id,
                "body", body,
                "attributes", Json.object("ApproximateReceiveCount", "1"),
                "eventID", id,
                "eventName", "INSERT",
                "dynamodb", Json.object("SequenceNumber", id, "NewImage", image),
                "Sns", Json.object("MessageId", id, "Message", event));
    }

    private static Map<String, Object> image(Map<String, AttributeValue> item) {
        Map<String, Object> image = new LinkedHashMap<>();
        item.forEach((name, value) -> image.put(name, image(value)));
        return image;
    }

    private static Map<String, Object> image(AttributeValue value) {
        return switch (value.type()) {
            case S -> Json.object("S", value.s());
            case N -> Json.object("N", value.n());
            case M -> Json.object("M", image(value.m()));
            case L -> Json.object("L", value.l().stream().map(TrainingEvent::image).toList());
            default -> throw new IllegalArgumentException("no attribute of an order is of type " + value.type());
        };
    }
}
