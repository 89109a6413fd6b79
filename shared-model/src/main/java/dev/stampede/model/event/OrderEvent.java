package dev.stampede.model.event;

import dev.stampede.model.Order;
import dev.stampede.model.HistoryEntry;
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

    /// The events of an order's present status, oldest first: what to say again when nobody seems to have heard it.
    public static List<OrderEvent> ofStatus(Order order) {
        List<HistoryEntry> history = order.history();
        int from = history.size() - 1;
        while (from > 0 && history.get(from - 1).status() == order.status()) {
            from--;
        }
        return since(history.get(from).version() - 1, order);
    }

    /// The change that this event is about. The order may have changed again before the event was made.
    public HistoryEntry entry() {
        return order.history().stream()
                .filter(entry -> idOf(entry, order).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("event " + id + " is not in its order's history"));
    }

    private static OrderEvent of(HistoryEntry entry, Order order) {
        return new OrderEvent(idOf(entry, order), entry.type(), entry.at(), order);
    }

    private static String idOf(HistoryEntry entry, Order order) {
        return order.orderId() + "#" + entry.version();
    }
}
