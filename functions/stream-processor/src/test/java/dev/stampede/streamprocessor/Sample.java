package dev.stampede.streamprocessor;

import dev.stampede.lambda.StreamBatch.Change;
import dev.stampede.model.Customer;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Orders, and their changes as the stream shows them.
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final FraudCheck APPROVED = new FraudCheck(Decision.APPROVED, 0, List.of());

    private Sample() {}

    static PlacedOrder placed(String orderId) {
        return new PlacedOrder(
                orderId,
                new Customer(Optional.of("customer@example.com"), Optional.of("customer-123"), true),
                List.of(
                        new OrderLine("rtx-4090", "RTX 4090 GPU", Money.ofMinor(1599_99), 1,
                                Optional.of(2), Optional.of(new OrderLine.SaleUnits("spring", 50))),
                        new OrderLine("cable", "A cable", Money.ofMinor(9_99), 3)),
                "tok_ok",
                "f".repeat(64),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                NOW);
    }

    static Order created(String orderId) {
        return Order.reserved(placed(orderId), NOW, Duration.ofMinutes(15));
    }

    static Order reviewed(String orderId) {
        return created(orderId).fraudDecided(APPROVED, NOW).orElseThrow();
    }

    static Order confirmed(String orderId) {
        return reviewed(orderId).paymentAuthorized(NOW).orElseThrow();
    }

    static Map<String, Object> insert(String sequenceNumber, Order order) {
        return Json.object("SequenceNumber", sequenceNumber, "NewImage", json(OrdersTable.toItem(order)));
    }

    static Map<String, Object> modify(String sequenceNumber, Order before, Order after) {
        return Json.object("SequenceNumber", sequenceNumber,
                "OldImage", json(OrdersTable.toItem(before)), "NewImage", json(OrdersTable.toItem(after)));
    }

    /// What SweepOrders writes, and what a move of the order's units does: no new version.
    static Map<String, Object> touched(String sequenceNumber, Order order, long replaysBefore, long replays) {
        return Json.object("SequenceNumber", sequenceNumber,
                "OldImage", json(item(order, replaysBefore)), "NewImage", json(item(order, replays)));
    }

    static Map<String, Object> remove(String sequenceNumber, Order order) {
        return Json.object("SequenceNumber", sequenceNumber, "OldImage", json(OrdersTable.toItem(order)));
    }

    /// An item that is no order.
    static Map<String, Object> poison(String sequenceNumber) {
        return Json.object("SequenceNumber", sequenceNumber,
                "NewImage", Json.object("orderId", Json.object("S", "x"), "version", Json.object("B", "AAEC")));
    }

    static OrderChange change(Map<String, Object> dynamodb) {
        return new DynamoDbOrderChange(
                new Change((String) dynamodb.get("SequenceNumber"), JsonObject.of(dynamodb)));
    }

    private static Map<String, AttributeValue> item(Order order, long replays) {
        Map<String, AttributeValue> item = new HashMap<>(OrdersTable.toItem(order));
        if (replays > 0) {
            item.put("replays", AttributeValue.fromN(Long.toString(replays)));
        }
        return item;
    }

    private static Map<String, Object> json(Map<String, AttributeValue> item) {
        Map<String, Object> json = new LinkedHashMap<>();
        item.forEach((name, value) -> json.put(name, json(value)));
        return json;
    }

    private static Map<String, Object> json(AttributeValue value) {
        return switch (value.type()) {
            case S -> Json.object("S", value.s());
            case BOOL -> Json.object("BOOL", value.bool());
            case N -> Json.object("N", value.n());
            case M -> Json.object("M", json(value.m()));
            case L -> Json.object("L", value.l().stream().map(Sample::json).toList());
            default -> throw new IllegalArgumentException(value.type().name());
        };
    }
}
