package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.list;
import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;

import dev.stampede.model.Customer;
import dev.stampede.model.EventType;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.StockState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Stored items and messages without any optional attribute: no sale, limit, reason or refund.
public final class MinimalRecords {

    public static final String EVENT = """
            {"specversion":"1.0","id":"o-1#2","source":"/orders","type":"payment_authorized","subject":"o-1",
             "time":"2026-01-01T10:00:03.123Z","datacontenttype":"application/json","traceparent":"t","data":{
              "orderId":"o-1","customerEmail":"a@b.example","currency":"USD",
              "lines":[{"sku":"rtx-4090","name":"RTX 4090 GPU","unitPrice":159999,"quantity":1}],
              "paymentToken":"tok_ok","fingerprint":"f","traceparent":"t","createdAt":"2026-01-01T10:00:00.123Z",
              "status":"RESERVED","payment":"AUTHORIZED",
              "fraud":{"decision":"PENDING","score":0,"rules":[]},
              "stock":"RESERVED","holdUntil":"2026-01-01T10:15:00.123Z","version":2,"history":[
               {"type":"order_created","version":1,"status":"RESERVED",
                "at":"2026-01-01T10:00:02.123Z","by":"process-order"},
               {"type":"payment_authorized","version":2,"status":"RESERVED",
                "at":"2026-01-01T10:00:03.123Z","by":"payment"}]}}
            """;

    public static final String MESSAGE = """
            {"orderId":"o-1","customerEmail":"a@b.example","currency":"USD",
             "lines":[{"sku":"rtx-4090","name":"RTX 4090 GPU","unitPrice":159999,"quantity":1}],
             "paymentToken":"tok_ok","fingerprint":"f","traceparent":"t","createdAt":"2026-01-01T10:00:00.123Z"}
            """;

    private MinimalRecords() {}

    public static Map<String, AttributeValue> orderItem() {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("orderId", text("o-1"));
        item.put("customerEmail", text("a@b.example"));
        item.put("currency", text("USD"));
        item.put("lines", list(List.of(AttributeValue.fromM(Map.of(
                "sku", text("rtx-4090"), "name", text("RTX 4090 GPU"),
                "unitPrice", number(159_999), "quantity", number(1))))));
        item.put("paymentToken", text("tok_ok"));
        item.put("fingerprint", text("f"));
        item.put("traceparent", text("t"));
        item.put("createdAt", text("2026-01-01T10:00:00.123Z"));
        item.put("status", text("RESERVED"));
        item.put("payment", text("AUTHORIZED"));
        item.put("fraud", AttributeValue.fromM(Map.of(
                "decision", text("PENDING"), "score", number(0), "rules", list(List.of()))));
        item.put("stock", text("RESERVED"));
        item.put("holdUntil", text("2026-01-01T10:15:00.123Z"));
        item.put("version", number(2));
        item.put("history", list(List.of(
                entry("order_created", 1, "2026-01-01T10:00:02.123Z", "process-order"),
                entry("payment_authorized", 2, "2026-01-01T10:00:03.123Z", "payment"))));
        return item;
    }

    /// What both the item and the event are read as.
    public static Order order() {
        Instant placedAt = Instant.parse("2026-01-01T10:00:00.123Z");
        PlacedOrder placed = placed();
        return new Order(placed, OrderStatus.RESERVED, Optional.empty(), PaymentStatus.AUTHORIZED, FraudCheck.PENDING,
                StockState.RESERVED, placedAt.plusSeconds(15 * 60), 2, List.of(
                        entry(EventType.ORDER_CREATED, 1, placedAt.plusSeconds(2), "process-order"),
                        entry(EventType.PAYMENT_AUTHORIZED, 2, placedAt.plusSeconds(3), "payment")));
    }

    public static PlacedOrder placed() {
        return new PlacedOrder("o-1", new Customer(Optional.of("a@b.example"), Optional.empty()),
                List.of(new OrderLine("rtx-4090", "RTX 4090 GPU", Money.ofMinor(159_999), 1)), "tok_ok", "f", "t",
                Instant.parse("2026-01-01T10:00:00.123Z"));
    }

    public static Map<String, AttributeValue> productItem() {
        return Map.of("productId", text("rtx-4090"), "name", text("RTX 4090 GPU"), "price", number(159_999),
                "originalPrice", number(199_999), "currency", text("USD"), "description", text("fast"),
                "category", text("gpus"), "image", text("/i.svg"), "version", number(3));
    }

    public static Map<String, AttributeValue> stockItem() {
        return Map.of("sku", text("rtx-4090"), "available", number(7), "reserved", number(2), "sold", number(1));
    }

    private static AttributeValue entry(String type, long version, String at, String by) {
        return AttributeValue.fromM(Map.of("type", text(type), "version", number(version), "status", text("RESERVED"),
                "at", text(at), "by", text(by)));
    }

    private static HistoryEntry entry(EventType type, long version, Instant at, String by) {
        return new HistoryEntry(type, version, OrderStatus.RESERVED, at, by, Optional.empty(), Optional.empty(),
                Optional.empty());
    }
}
