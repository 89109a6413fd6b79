package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.list;
import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.optionalText;
import static dev.stampede.model.table.Attributes.text;
import static dev.stampede.model.table.Attributes.texts;

import dev.stampede.model.Customer;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.Order.HistoryEntry;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.StockState;
import dev.stampede.model.event.EventType;
import dev.stampede.model.wire.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Orders, keyed by `orderId`. The index `byCustomer` (customerEmail, createdAt) is sparse: a rejected order carries its
/// address as `rejectedEmail` instead, so that a storm of rejections costs no index writes.
public final class OrdersTable {

    public static final String KEY = "orderId";
    public static final String BY_CUSTOMER = "byCustomer";
    public static final String CUSTOMER_EMAIL = "customerEmail";
    public static final String CREATED_AT = "createdAt";
    public static final String STATUS = "status";
    private static final String REJECTED_EMAIL = "rejectedEmail";
    private static final Duration REJECTED_KEPT = Duration.ofDays(30);

    private OrdersTable() {}

    public static Map<String, AttributeValue> key(String orderId) {
        return Map.of(KEY, text(orderId));
    }

    public static Map<String, AttributeValue> toItem(Order order) {
        PlacedOrder placed = order.placed();
        boolean rejected = order.status() == OrderStatus.REJECTED;
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(KEY, text(placed.orderId()));
        placed.customer().email().ifPresent(email -> item.put(rejected ? REJECTED_EMAIL : CUSTOMER_EMAIL, text(email)));
        placed.customer().id().ifPresent(id -> item.put("customerId", text(id)));
        item.put("currency", text(placed.lines().getFirst().unitPrice().currency()));
        item.put("lines", list(placed.lines().stream().map(OrdersTable::toAttribute).toList()));
        item.put("paymentToken", text(placed.paymentToken()));
        item.put("fingerprint", text(placed.fingerprint()));
        item.put("traceparent", text(placed.traceparent()));
        item.put(CREATED_AT, text(Timestamps.format(placed.placedAt())));
        item.put(STATUS, text(order.status().name()));
        order.reason().ifPresent(reason -> item.put("reason", text(reason.name())));
        item.put("payment", text(order.payment().name()));
        item.put("fraud", toAttribute(order.fraud()));
        item.put("stock", text(order.stock().name()));
        item.put("version", number(order.version()));
        item.put("history", history(order.history()));
        if (rejected) {
            item.put("expiresAt", number(order.updatedAt().plus(REJECTED_KEPT).getEpochSecond()));
        }
        return item;
    }

    public static Order fromItem(Map<String, AttributeValue> item) {
        String currency = text(item, "currency");
        PlacedOrder placed = new PlacedOrder(
                text(item, KEY),
                new Customer(
                        optionalText(item, CUSTOMER_EMAIL).or(() -> optionalText(item, REJECTED_EMAIL)),
                        optionalText(item, "customerId")),
                item.get("lines").l().stream().map(line -> line(line.m(), currency)).toList(),
                text(item, "paymentToken"),
                text(item, "fingerprint"),
                text(item, "traceparent"),
                Instant.parse(text(item, CREATED_AT)));
        Map<String, AttributeValue> fraud = item.get("fraud").m();
        return new Order(
                placed,
                OrderStatus.valueOf(text(item, STATUS)),
                optionalText(item, "reason").map(Reason::valueOf),
                PaymentStatus.valueOf(text(item, "payment")),
                new FraudCheck(
                        FraudCheck.Decision.valueOf(text(fraud, "decision")),
                        (int) number(fraud, "score"),
                        fraud.get("rules").l().stream().map(AttributeValue::s).toList()),
                StockState.valueOf(text(item, "stock")),
                number(item, "version"),
                item.get("history").l().stream().map(entry -> historyEntry(entry.m())).toList());
    }

    /// The version of a stored order, without reading the rest of it.
    public static long version(Map<String, AttributeValue> item) {
        return number(item, "version");
    }

    /// Writes what a transition changed, only while the order is still as it was before it.
    ///
    /// It leaves `stock` alone (see [#stockMoved]); the two may meet on one order without a conflict.
    public static ConditionalUpdate transition(Order before, Order after) {
        List<HistoryEntry> added = after.history().subList(before.history().size(), after.history().size());
        Map<String, String> names = new HashMap<>(Map.of("#status", STATUS, "#version", "version", "#fraud", "fraud"));
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":before", number(before.version()));
        values.put(":paymentBefore", text(before.payment().name()));
        values.put(":version", number(after.version()));
        values.put(":status", text(after.status().name()));
        values.put(":payment", text(after.payment().name()));
        values.put(":fraud", toAttribute(after.fraud()));
        StringBuilder update = new StringBuilder(
                "SET #version = :version, #status = :status, payment = :payment, #fraud = :fraud");
        if (!added.isEmpty()) {
            update.append(", history = list_append(history, :added)");
            values.put(":added", history(added));
        }
        after.reason().ifPresent(reason -> {
            update.append(", #reason = :reason");
            names.put("#reason", "reason");
            values.put(":reason", text(reason.name()));
        });
        // Payment is named beside the version because a void is no event and leaves the version as it was.
        return new ConditionalUpdate(
                key(after.orderId()),
                update.toString(),
                "#version = :before AND payment = :paymentBefore",
                names,
                values);
    }

    /// Marks where the order's units went, once: the guard of every move of stock for an order.
    public static ConditionalUpdate stockMoved(String orderId, StockState from, StockState to) {
        return new ConditionalUpdate(
                key(orderId),
                "SET stock = :to",
                "stock = :from",
                Map.of(),
                Map.of(":from", text(from.name()), ":to", text(to.name())));
    }

    private static AttributeValue toAttribute(OrderLine line) {
        return AttributeValue.fromM(Map.of(
                "sku", text(line.sku()),
                "name", text(line.name()),
                "unitPrice", number(line.unitPrice().minorUnits()),
                "quantity", number(line.quantity())));
    }

    private static OrderLine line(Map<String, AttributeValue> line, String currency) {
        return new OrderLine(
                text(line, "sku"),
                text(line, "name"),
                new Money(number(line, "unitPrice"), currency),
                (int) number(line, "quantity"));
    }

    private static AttributeValue toAttribute(FraudCheck fraud) {
        return AttributeValue.fromM(Map.of(
                "decision", text(fraud.decision().name()),
                "score", number(fraud.score()),
                "rules", texts(fraud.rules())));
    }

    private static AttributeValue history(List<HistoryEntry> entries) {
        return list(entries.stream().map(OrdersTable::toAttribute).toList());
    }

    private static AttributeValue toAttribute(HistoryEntry entry) {
        Map<String, AttributeValue> attribute = new HashMap<>();
        attribute.put("type", text(entry.type().wireName()));
        attribute.put("version", number(entry.version()));
        attribute.put("status", text(entry.status().name()));
        attribute.put("at", text(Timestamps.format(entry.at())));
        attribute.put("by", text(entry.by()));
        entry.reason().ifPresent(reason -> attribute.put("reason", text(reason.name())));
        return AttributeValue.fromM(attribute);
    }

    private static HistoryEntry historyEntry(Map<String, AttributeValue> entry) {
        return new HistoryEntry(
                EventType.ofWireName(text(entry, "type")),
                number(entry, "version"),
                OrderStatus.valueOf(text(entry, "status")),
                Instant.parse(text(entry, "at")),
                text(entry, "by"),
                optionalText(entry, "reason").map(Reason::valueOf));
    }
}
