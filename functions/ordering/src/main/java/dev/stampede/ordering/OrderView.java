package dev.stampede.ordering;

import dev.stampede.model.Order;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Totals;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.Timestamps;
import java.util.LinkedHashMap;
import java.util.Map;

/// Orders as their owners see them, with decimal amounts. Payment tokens, fraud scores and fingerprints stay inside.
final class OrderView {

    private OrderView() {}

    static Map<String, Object> accepted(PlacedOrder placed, OrderStatus status, String receiptToken) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("orderId", placed.orderId());
        view.put("status", status.name());
        view.putAll(amounts(placed));
        view.put("receiptToken", receiptToken);
        return view;
    }

    /// An order that was accepted and is not recorded yet.
    static Map<String, Object> pending(String orderId) {
        return Json.object("orderId", orderId, "status", OrderStatus.PENDING.name());
    }

    static Map<String, Object> recorded(Order order) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("orderId", order.orderId());
        view.put("status", order.status().name());
        view.put("reason", order.reason().map(Enum::name).orElse(null));
        view.put("customerEmail", order.placed().customer().email().orElse(null));
        view.putAll(amounts(order.placed()));
        view.put("updatedAt", Timestamps.format(order.updatedAt()));
        view.put("payment", Json.object("status", order.payment().name()));
        view.put("history", order.history().stream().map(OrderView::of).toList());
        return view;
    }

    private static Map<String, Object> amounts(PlacedOrder placed) {
        Totals totals = placed.totals();
        return Json.object(
                "items", placed.lines().stream().map(OrderView::of).toList(),
                "subtotal", totals.subtotal().toDecimal(),
                "tax", totals.tax().toDecimal(),
                "totalAmount", totals.total().toDecimal(),
                "currency", totals.total().currency(),
                "itemCount", placed.itemCount(),
                "createdAt", Timestamps.format(placed.placedAt()));
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
        return Json.object(
                "type", entry.type().wireName(),
                "status", entry.status().name(),
                "at", Timestamps.format(entry.at()),
                "reason", entry.reason().map(Enum::name).orElse(null));
    }
}
