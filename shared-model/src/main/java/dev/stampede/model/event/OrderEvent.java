package dev.stampede.model.event;

import dev.stampede.model.EventType;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Something that happened to an order, with the order as it stood afterwards: consumers need no look-up.
///
/// @param id `orderId#version`; consumers recognise a repeat by it, never by an id of SQS or SNS
public record OrderEvent(String id, EventType type, Instant time, Order order) {

    /// For how long a refund is said again: longer than the stream keeps what nobody reads, and shorter than consumers
    /// remember what they have heard.
    public static final Duration REFUND_REPUBLISHED_FOR = Duration.ofDays(2);

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

    /// The events of an order's present status and of its late refunds, oldest first: what to say again when nobody
    /// seems to have heard it. A refund outlives the status that it was made in; an order says nothing of whether it
    /// was paid.
    public static List<OrderEvent> ofStatus(Order order) {
        List<HistoryEntry> history = order.history();
        int from = history.size() - 1;
        while (from > 0 && history.get(from - 1).status() == order.status()) {
            from--;
        }
        long version = history.get(from).version();
        Instant late = order.updatedAt().minus(REFUND_REPUBLISHED_FOR);
        return history.stream()
                .filter(entry -> entry.version() >= version || entry.refund().isPresent() && entry.at().isAfter(late))
                .map(entry -> of(entry, order))
                .toList();
    }

    /// The change that this event is about. The order may have changed again before the event was made.
    public HistoryEntry entry() {
        return order.history().stream()
                .filter(entry -> idOf(entry, order).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("event " + id + " is not in its order's history"));
    }

    /// As it is told to others: of what people wrote about the order's changes it says what belongs to this one. So an
    /// event is bounded as the number of changes is, whatever was written about them.
    public OrderEvent told() {
        return new OrderEvent(id, type, time, order.withTheNoteOnly(entry().version()));
    }

    private static OrderEvent of(HistoryEntry entry, Order order) {
        return new OrderEvent(idOf(entry, order), entry.type(), entry.at(), order);
    }

    private static String idOf(HistoryEntry entry, Order order) {
        return order.orderId() + "#" + entry.version();
    }
}
