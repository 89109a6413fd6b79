package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;

import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.StockState;
import dev.stampede.model.wire.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The conditional writes to recorded orders. Each of them keeps the order's place in the index `byDueAt`: a new status
/// puts it there; the mark that its units went where that status wants them takes it out, if it was set by somebody who
/// had heard of just that change.
public final class OrderWrites {

    /// Far longer than events take: what is not settled by then was not heard.
    static final Duration ACKNOWLEDGED_WITHIN = Duration.ofMinutes(2);

    /// How long before the end of a hold that was shortened the card is asked once more.
    static final Duration LAST_ASKED = Duration.ofMinutes(1);

    private static final Map<String, String> STATUS_NAME = Map.of("#status", OrdersTable.STATUS);

    private OrderWrites() {}

    /// Writes what a transition changed, only while the order is still as it was before it.
    ///
    /// It leaves `stock` alone (see [#stockMoved]); the two may meet on one order without a conflict.
    public static ConditionalUpdate transition(Order before, Order after) {
        List<HistoryEntry> added = after.history().subList(before.history().size(), after.history().size());
        Map<String, String> names = new HashMap<>(
                Map.of("#status", OrdersTable.STATUS, "#version", "version", "#fraud", "fraud"));
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":before", number(before.version()));
        values.put(":paymentBefore", text(before.payment().name()));
        values.put(":holdBefore", text(Timestamps.format(before.holdUntil())));
        values.put(":version", number(after.version()));
        values.put(":status", text(after.status().name()));
        values.put(":payment", text(after.payment().name()));
        values.put(":fraud", OrdersTable.toAttribute(after.fraud()));
        values.put(":holdUntil", text(Timestamps.format(after.holdUntil())));
        StringBuilder update = new StringBuilder("SET #version = :version, #status = :status, payment = :payment,"
                + " #fraud = :fraud, holdUntil = :holdUntil");
        if (!added.isEmpty()) {
            update.append(", history = list_append(history, :added)");
            values.put(":added", OrdersTable.history(added));
        }
        if (needsAcknowledgement(before, after)) {
            update.append(", dueShard = :dueShard, dueAt = :dueAt");
            values.put(":dueShard", text(OrdersTable.dueShard(after.orderId())));
            values.put(":dueAt", text(Timestamps.format(dueAt(after))));
        } else if (after.holdUntil().isBefore(before.holdUntil())) {
            update.append(", dueShard = :dueShard, dueAt = :dueAt");
            values.put(":dueShard", text(OrdersTable.dueShard(after.orderId())));
            values.put(":dueAt", text(Timestamps.format(after.holdUntil().minus(LAST_ASKED))));
        }
        after.reason().ifPresent(reason -> {
            update.append(", #reason = :reason");
            names.put("#reason", "reason");
            values.put(":reason", text(reason.name()));
        });
        // Payment and hold are named beside the version because a void and an unanswered card are no events and leave
        // the version as it was.
        return new ConditionalUpdate(
                OrdersTable.key(after.orderId()),
                update.toString(),
                "#version = :before AND payment = :paymentBefore AND holdUntil = :holdBefore",
                names,
                values);
    }

    /// Marks where the order's units went, once: the guard of every move of stock for an order. It holds only while the
    /// order still has the status that wants them there.
    public static ConditionalUpdate stockMoved(String orderId, OrderStatus status, StockState from, StockState to) {
        return new ConditionalUpdate(
                OrdersTable.key(orderId),
                "SET stock = :to",
                "stock = :from AND #status = :status",
                STATUS_NAME,
                Map.of(
                        ":from", text(from.name()),
                        ":to", text(to.name()),
                        ":status", text(status.name())));
    }

    /// The same by who moves them on hearing of the change that put the order into the index, and so takes it out. It
    /// does not hold where a later change, which may be unheard, has put the order there again.
    public static ConditionalUpdate stockMovedAcknowledging(Order heard, StockState to) {
        ConditionalUpdate mark = stockMoved(heard.orderId(), heard.status(), heard.stock(), to);
        Map<String, AttributeValue> values = new HashMap<>(mark.values());
        values.put(":seenDueAt", text(Timestamps.format(dueAt(heard))));
        return new ConditionalUpdate(
                mark.key(),
                mark.update() + " REMOVE dueShard, dueAt",
                mark.condition() + " AND (attribute_not_exists(dueAt) OR dueAt = :seenDueAt)",
                mark.names(),
                values);
    }

    /// Asks for the events of the order's present status once more, while the order is as it was seen.
    ///
    /// @param next when to look at it again; empty where nobody's answer is awaited
    public static ConditionalUpdate replayed(Order seen, Optional<Instant> next) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":version", number(seen.version()), ":none", number(0), ":one", number(1)));
        next.ifPresent(at -> values.put(":next", text(Timestamps.format(at))));
        return new ConditionalUpdate(
                OrdersTable.key(seen.orderId()),
                "SET replays = if_not_exists(replays, :none) + :one"
                        + (next.isPresent() ? ", dueAt = :next" : " REMOVE dueShard, dueAt"),
                "#version = :version AND attribute_exists(dueShard)",
                Map.of("#version", "version"),
                values);
    }

    /// When somebody has to look at an order that changed just now.
    static Instant dueAt(Order order) {
        Instant heard = order.updatedAt().plus(ACKNOWLEDGED_WITHIN);
        boolean held = order.status() == OrderStatus.RESERVED && order.holdUntil().isBefore(heard);
        return held ? order.holdUntil() : heard;
    }

    /// What happens to a reserved order between its record and its end needs no new date: it has one.
    private static boolean needsAcknowledgement(Order before, Order after) {
        return after.version() != before.version()
                && (after.status() != before.status() || !after.refunded().equals(before.refunded()));
    }
}
