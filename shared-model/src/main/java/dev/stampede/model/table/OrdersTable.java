package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.list;
import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.optionalText;
import static dev.stampede.model.table.Attributes.required;
import static dev.stampede.model.table.Attributes.text;
import static dev.stampede.model.table.Attributes.texts;

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
import dev.stampede.model.wire.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Orders, keyed by `orderId`. Its writes are in [OrderWrites].
///
/// The index `byCustomer` (customerEmail, createdAt) is sparse: a rejected order carries its address as `rejectedEmail`
/// instead, so that many rejections at once cost no index writes. So is `byDueAt` (dueShard, dueAt): it holds the
/// orders that somebody has to look at by a certain time, because their reservation runs out or because nobody has
/// shown yet that their last event was heard. The index `byMonth` (placedIn, createdAt) has all but the rejected ones
/// by the time at which they were placed; its keys never change, so an order is written to it once.
public final class OrdersTable {

    public static final String KEY = "orderId";
    public static final String BY_CUSTOMER = "byCustomer";
    public static final String CUSTOMER_EMAIL = "customerEmail";
    public static final String CREATED_AT = "createdAt";
    public static final String STATUS = "status";
    public static final String BY_DUE_AT = "byDueAt";
    public static final String DUE_SHARD = "dueShard";
    public static final String DUE_AT = "dueAt";
    public static final String BY_MONTH = "byMonth";
    public static final String PLACED_IN = "placedIn";

    /// One key of an index takes 1,000 writes a second: the orders of a sale are spread over as many keys.
    public static final int DUE_SHARDS = 10;

    /// As many for each month in which orders are placed.
    public static final int MONTH_SHARDS = DUE_SHARDS;

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
        if (placed.customer().proven()) {
            item.put("customerProven", AttributeValue.fromBool(true));
        }
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
        item.put("holdUntil", text(Timestamps.format(order.holdUntil())));
        item.put("version", number(order.version()));
        item.put("history", history(order.history()));
        if (!rejected) {
            String createdAt = Timestamps.format(placed.placedAt());
            item.put(PLACED_IN, text(placedIn(createdAt.substring(0, 7), shard(order.orderId(), MONTH_SHARDS))));
        }
        if (order.status() == OrderStatus.RESERVED) {
            item.put(DUE_SHARD, text(dueShard(order.orderId())));
            item.put(DUE_AT, text(Timestamps.format(OrderWrites.dueAt(order))));
        }
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
                        optionalText(item, "customerId"),
                        item.containsKey("customerProven")),
                required(item, "lines").l().stream().map(line -> line(line.m(), currency)).toList(),
                text(item, "paymentToken"),
                text(item, "fingerprint"),
                text(item, "traceparent"),
                Instant.parse(text(item, CREATED_AT)));
        Map<String, AttributeValue> fraud = required(item, "fraud").m();
        return new Order(
                placed,
                OrderStatus.valueOf(text(item, STATUS)),
                optionalText(item, "reason").map(Reason::valueOf),
                PaymentStatus.valueOf(text(item, "payment")),
                new FraudCheck(
                        FraudCheck.Decision.valueOf(text(fraud, "decision")),
                        (int) number(fraud, "score"),
                        required(fraud, "rules").l().stream().map(AttributeValue::s).toList()),
                StockState.valueOf(text(item, "stock")),
                Instant.parse(text(item, "holdUntil")),
                number(item, "version"),
                required(item, "history").l().stream().map(entry -> historyEntry(entry.m())).toList());
    }

    /// The version of a stored order, without reading the rest of it.
    public static long version(Map<String, AttributeValue> item) {
        return number(item, "version");
    }

    /// How often the events of a stored order were asked for again.
    public static long replays(Map<String, AttributeValue> item) {
        return item.containsKey("replays") ? number(item, "replays") : 0;
    }

    /// The key of the index `byMonth`.
    ///
    /// @param month in UTC, such as `2026-11`
    /// @param shard from 0, below [#MONTH_SHARDS]
    public static String placedIn(String month, int shard) {
        return month + "#" + shard;
    }

    static String dueShard(String orderId) {
        return Integer.toString(shard(orderId, DUE_SHARDS));
    }

    private static int shard(String orderId, int shards) {
        return Math.floorMod(orderId.hashCode(), shards);
    }

    private static AttributeValue toAttribute(OrderLine line) {
        Map<String, AttributeValue> attribute = new HashMap<>(Map.of(
                "sku", text(line.sku()),
                "name", text(line.name()),
                "unitPrice", number(line.unitPrice().minorUnits()),
                "quantity", number(line.quantity())));
        line.limitPerCustomer().ifPresent(limit -> attribute.put("limitPerCustomer", number(limit)));
        line.sale().ifPresent(sale -> attribute.put("sale", AttributeValue.fromM(Map.of(
                "id", text(sale.id()), "units", number(sale.units())))));
        return AttributeValue.fromM(attribute);
    }

    private static OrderLine line(Map<String, AttributeValue> line, String currency) {
        return new OrderLine(
                text(line, "sku"),
                text(line, "name"),
                new Money(number(line, "unitPrice"), currency),
                (int) number(line, "quantity"),
                Optional.ofNullable(line.get("limitPerCustomer")).map(limit -> Integer.valueOf(limit.n())),
                Optional.ofNullable(line.get("sale")).map(AttributeValue::m)
                        .map(sale -> new OrderLine.SaleUnits(text(sale, "id"), number(sale, "units"))));
    }

    static AttributeValue toAttribute(FraudCheck fraud) {
        return AttributeValue.fromM(Map.of(
                "decision", text(fraud.decision().name()),
                "score", number(fraud.score()),
                "rules", texts(fraud.rules())));
    }

    static AttributeValue history(List<HistoryEntry> entries) {
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
        entry.note().ifPresent(note -> attribute.put("note", text(note)));
        entry.refund().ifPresent(refund -> attribute.put("refund", AttributeValue.fromM(Map.of(
                "amount", number(refund.amount().minorUnits()),
                "currency", text(refund.amount().currency()),
                "key", text(refund.key())))));
        return AttributeValue.fromM(attribute);
    }

    private static HistoryEntry historyEntry(Map<String, AttributeValue> entry) {
        return new HistoryEntry(
                EventType.ofWireName(text(entry, "type")),
                number(entry, "version"),
                OrderStatus.valueOf(text(entry, "status")),
                Instant.parse(text(entry, "at")),
                text(entry, "by"),
                optionalText(entry, "reason").map(Reason::valueOf),
                optionalText(entry, "note"),
                Optional.ofNullable(entry.get("refund")).map(AttributeValue::m).map(refund -> new Refund(
                        new Money(number(refund, "amount"), text(refund, "currency")), text(refund, "key"))));
    }
}
