package dev.stampede.model.wire;

import dev.stampede.model.Customer;
import dev.stampede.model.EventType;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.StockState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Orders as JSON between functions (queue messages and events), without loss. Amounts are minor units here. What the
/// version before this one wrote is read too: its messages are in flight while this one is deployed.
///
/// Reading throws [Json.Malformed] where a field is not as it must be, and IllegalArgumentException where an order can
/// not be so.
public final class OrderJson {

    private OrderJson() {}

    public static Map<String, Object> toTree(PlacedOrder placed) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("orderId", placed.orderId());
        placed.customer().email().ifPresent(email -> tree.put("customerEmail", email));
        placed.customer().id().ifPresent(id -> tree.put("customerId", id));
        if (placed.customer().proven()) {
            tree.put("customerProven", true);
        }
        tree.put("currency", placed.lines().getFirst().unitPrice().currency());
        tree.put("lines", placed.lines().stream().map(OrderJson::toTree).toList());
        tree.put("paymentToken", placed.paymentToken());
        tree.put("fingerprint", placed.fingerprint());
        tree.put("traceparent", placed.traceparent());
        tree.put("createdAt", Timestamps.format(placed.placedAt()));
        return tree;
    }

    public static PlacedOrder placedFrom(JsonObject tree) {
        String currency = tree.string("currency");
        return new PlacedOrder(
                tree.string("orderId"),
                new Customer(
                        tree.optionalString("customerEmail"),
                        tree.optionalString("customerId"),
                        Boolean.TRUE.equals(tree.fields().get("customerProven"))),
                tree.objects("lines").stream().map(line -> lineFrom(line, currency)).toList(),
                tree.string("paymentToken"),
                tree.string("fingerprint"),
                tree.string("traceparent"),
                tree.instant("createdAt"));
    }

    public static Map<String, Object> toTree(Order order) {
        Map<String, Object> tree = toTree(order.placed());
        tree.put("status", order.status().name());
        order.reason().ifPresent(reason -> tree.put("reason", reason.name()));
        tree.put("payment", order.payment().name());
        tree.put("fraud", Json.object(
                "decision", order.fraud().decision().name(),
                "score", order.fraud().score(),
                "rules", order.fraud().rules()));
        tree.put("stock", order.stock().name());
        tree.put("holdUntil", Timestamps.format(order.holdUntil()));
        tree.put("version", order.version());
        tree.put("history", order.history().stream().map(OrderJson::toTree).toList());
        return tree;
    }

    public static Order from(JsonObject tree) {
        PlacedOrder placed = placedFrom(tree);
        JsonObject fraud = tree.object("fraud");
        return new Order(
                placed,
                tree.constant("status", OrderStatus.class),
                tree.optionalConstant("reason", Reason.class),
                tree.constant("payment", PaymentStatus.class),
                new FraudCheck(
                        fraud.constant("decision", FraudCheck.Decision.class),
                        fraud.integer("score"),
                        fraud.strings("rules")),
                tree.constant("stock", StockState.class),
                tree.instant("holdUntil"),
                tree.number("version"),
                tree.objects("history").stream().map(OrderJson::historyFrom).toList());
    }

    private static Map<String, Object> toTree(OrderLine line) {
        Map<String, Object> tree = Json.object(
                "sku", line.sku(),
                "name", line.name(),
                "unitPrice", line.unitPrice().minorUnits(),
                "quantity", line.quantity());
        line.limitPerCustomer().ifPresent(limit -> tree.put("limitPerCustomer", limit));
        line.sale().ifPresent(sale -> tree.put("sale", Json.object("id", sale.id(), "units", sale.units())));
        return tree;
    }

    private static OrderLine lineFrom(JsonObject line, String currency) {
        return new OrderLine(
                line.string("sku"),
                line.string("name"),
                new Money(line.number("unitPrice"), currency),
                line.integer("quantity"),
                line.has("limitPerCustomer") ? Optional.of(line.integer("limitPerCustomer")) : Optional.empty(),
                line.optionalObject("sale")
                        .map(sale -> new OrderLine.SaleUnits(sale.string("id"), sale.number("units"))));
    }

    private static Map<String, Object> toTree(HistoryEntry entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", entry.type().wireName());
        tree.put("version", entry.version());
        tree.put("status", entry.status().name());
        tree.put("at", Timestamps.format(entry.at()));
        tree.put("by", entry.by());
        entry.reason().ifPresent(reason -> tree.put("reason", reason.name()));
        entry.note().ifPresent(note -> tree.put("note", note));
        entry.refund().ifPresent(refund -> tree.put("refund", Json.object(
                "amount", refund.amount().minorUnits(), "currency", refund.amount().currency(), "key", refund.key())));
        return tree;
    }

    private static HistoryEntry historyFrom(JsonObject entry) {
        return new HistoryEntry(
                EventType.ofWireName(entry.string("type")),
                entry.number("version"),
                entry.constant("status", OrderStatus.class),
                entry.instant("at"),
                entry.string("by"),
                entry.optionalConstant("reason", Reason.class),
                entry.optionalString("note"),
                entry.optionalObject("refund").map(refund -> new Refund(
                        new Money(refund.number("amount"), refund.string("currency")), refund.string("key"))));
    }
}
