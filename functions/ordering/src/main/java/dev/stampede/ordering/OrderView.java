package dev.stampede.ordering;

import dev.stampede.lambda.Caller;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Receipt;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.OrderViewJson;
import java.util.LinkedHashMap;
import java.util.Map;

/// Orders that are not recorded yet, and orders with the receipt that opens them.
final class OrderView {

    private OrderView() {}

    static Map<String, Object> accepted(PlacedOrder placed, OrderStatus status, String receiptToken) {
        Map<String, Object> view = accepted(placed, status);
        view.put("receiptToken", receiptToken);
        return view;
    }

    /// For who has not shown that the order is theirs.
    static Map<String, Object> accepted(PlacedOrder placed, OrderStatus status) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("orderId", placed.orderId());
        view.put("status", status.name());
        view.putAll(OrderViewJson.placed(placed));
        return view;
    }

    /// An order that was accepted and is not recorded yet.
    static Map<String, Object> pending(String orderId) {
        return Json.object("orderId", orderId, "status", OrderStatus.PENDING.name());
    }

    /// One of a list: whoever may list the order may read it alone, cancel it and send it back.
    static Map<String, Object> listed(Order order, Caller caller, SigningKey receiptKey) {
        Map<String, Object> view = caller.admin() ? OrderViewJson.forStaff(order) : OrderViewJson.forShopper(order);
        view.put("receiptToken", Receipt.of(order.placed()).token(receiptKey.secret()));
        return view;
    }
}
