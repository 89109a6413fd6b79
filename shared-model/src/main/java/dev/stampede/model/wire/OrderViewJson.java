package dev.stampede.model.wire;

import dev.stampede.model.FraudCheck;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Totals;
import java.util.LinkedHashMap;
import java.util.Map;

/// Orders as the HTTP API shows them, with decimal amounts: to their shoppers, and with more of it to the shop's staff.
/// Payment tokens and fingerprints are shown to nobody.
public final class OrderViewJson {

    private OrderViewJson() {}

    /// What was ordered and what it costs.
    public static Map<String, Object> placed(PlacedOrder placed) {
        Totals totals = placed.totals();
        return Json.object(
                "items", placed.lines().stream().map(OrderViewJson::of).toList(),
                "subtotal", totals.subtotal().toDecimal(),
                "tax", totals.tax().toDecimal(),
                "totalAmount", totals.total().toDecimal(),
                "currency", totals.total().currency(),
                "itemCount", placed.itemCount(),
                "createdAt", Timestamps.format(placed.placedAt()));
    }

    public static Map<String, Object> forShopper(Order order) {
        Map<String, Object> view = order(order);
        view.put("history", order.history().stream().map(OrderViewJson::of).toList());
        return view;
    }

    /// With who did what and what they wrote about it, what the fraud rules found, and where the units are.
    public static Map<String, Object> forStaff(Order order) {
        Map<String, Object> view = order(order);
        FraudCheck fraud = order.fraud();
        view.put("customerId", order.placed().customer().id().orElse(null));
        view.put("fraud", Json.object(
                "decision", fraud.decision().name(), "score", fraud.score(), "rules", fraud.rules()));
        view.put("stock", order.stock().name());
        view.put("refundable", order.refundable().toDecimal());
        view.put("history", order.history().stream().map(OrderViewJson::withAuthor).toList());
        return view;
    }

    private static Map<String, Object> order(Order order) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("orderId", order.orderId());
        view.put("status", order.status().name());
        view.put("reason", order.reason().map(Enum::name).orElse(null));
        view.put("customerEmail", order.placed().customer().email().orElse(null));
        view.putAll(placed(order.placed()));
        view.put("updatedAt", Timestamps.format(order.updatedAt()));
        view.put("holdUntil", order.status() == OrderStatus.RESERVED ? Timestamps.format(order.holdUntil()) : null);
        view.put("payment", Json.object("status", order.payment().name()));
        view.put("refunded", refunded(order).toDecimal());
        return view;
    }

    /// An order that was cancelled after its money was taken gets all of it back without an entry for that.
    private static Money refunded(Order order) {
        return order.payment() == PaymentStatus.REFUNDED ? order.placed().totals().total() : order.refunded();
    }

    private static Map<String, Object> of(OrderLine line) {
        return Json.object(
                "id", line.sku(),
                "name", line.name(),
                "price", line.unitPrice().toDecimal(),
                "quantity", line.quantity(),
                "lineTotal", line.total().toDecimal());
    }

    private static Map<String, Object> of(HistoryEntry entry) {
        Map<String, Object> view = Json.object(
                "type", entry.type().wireName(),
                "status", entry.status().name(),
                "at", Timestamps.format(entry.at()),
                "reason", entry.reason().map(Enum::name).orElse(null));
        entry.refund().map(Refund::amount).ifPresent(amount -> view.put("amount", amount.toDecimal()));
        return view;
    }

    private static Map<String, Object> withAuthor(HistoryEntry entry) {
        Map<String, Object> view = of(entry);
        view.put("by", entry.by());
        view.put("note", entry.note().orElse(null));
        return view;
    }
}
