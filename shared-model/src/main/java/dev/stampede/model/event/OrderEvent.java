package dev.stampede.model.event;

import dev.stampede.model.Order;
import dev.stampede.model.Order.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Something that happened to an order, with the whole order as it stood afterwards: consumers need no look-up.
///
/// @param id `orderId#version`; consumers recognise a repeat by it, never by an id of SQS or SNS
public record OrderEvent(String id, EventType type, Instant time, Order order) {

    public OrderEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
    }

    /// The events between two versions of an order, oldest first.
    public static List<OrderEvent> since(long version, Order order) {
        return order.history().stream()
                .filter(entry -> entry.version() > version)
                .map(entry -> of(entry, order))
                .toList();
    }

    private static OrderEvent of(HistoryEntry entry, Order order) {
        return new OrderEvent(order.orderId() + "#" + entry.version(), entry.type(), entry.at(), order);
    }
}
