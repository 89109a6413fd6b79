package dev.stampede.model;

import java.util.Locale;

/// Everything that can happen to an order. Switches over it have no `default`: a new event is a compile error
/// everywhere.
public enum EventType {
    ORDER_CREATED, ORDER_REJECTED, ORDER_CONFIRMED, ORDER_CANCELLED, ORDER_EXPIRED, ORDER_SHIPPED, ORDER_DELIVERED, ORDER_REFUNDED, RETURN_REQUESTED, ORDER_RETURNED, PAYMENT_AUTHORIZED, PAYMENT_DECLINED, PAYMENT_CAPTURED, FRAUD_REVIEWED;

    /// The name on the wire and in filter policies, such as `order_created`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EventType ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
