package dev.stampede.analytics;

import dev.stampede.analytics.SalesMetrics.Count;
import dev.stampede.analytics.SalesMetrics.Outcome.Busy;
import dev.stampede.analytics.SalesMetrics.Outcome.Counted;
import dev.stampede.analytics.SalesMetrics.Outcome.Repeated;
import dev.stampede.analytics.SalesMetrics.Outcome.Unanswered;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import dev.stampede.lambda.Undone;
import dev.stampede.model.EventType;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.event.OrderEvent;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Counts each event once, in its hour, and many events in one transaction.
public final class ProjectSales {

    static final int MAX_ROUNDS = 8;

    private final SalesMetrics metrics;
    private final Backoff backoff;

    public ProjectSales(SalesMetrics metrics, Backoff backoff) {
        this.metrics = metrics;
        this.backoff = backoff;
    }

    /// @return the ids of the events that were not counted
    public Undone project(Collection<OrderEvent> events) {
        Batch batch = new Batch();
        events.forEach(batch::add);
        return batch.run();
    }

    private final class Batch {

        private final Map<String, OrderEvent> events = new HashMap<>();
        private final Map<String, Count> open = new LinkedHashMap<>();
        private boolean contended;
        private boolean unanswered;

        void add(OrderEvent event) {
            Map<String, Long> amounts = amounts(event);
            if (!amounts.isEmpty()) {
                events.put(event.id(), event);
                open.put(event.id(), new Count(event.id(), hour(event), amounts));
            }
        }

        Undone run() {
            for (int round = 0; round < MAX_ROUNDS && !open.isEmpty() && !unanswered; round++) {
                if (contended) {
                    backoff.pause(round - 1);
                }
                contended = false;
                Fold.split(open.values()).forEach(this::count);
            }
            if (!open.isEmpty()) {
                Log.warn(unanswered ? "metrics give no answer" : "metrics still contended", "events", open.size());
            }
            return Undone.notNow(open.keySet());
        }

        /// A table that does not answer within seconds is not called again: it is overloaded already.
        private void count(List<Count> fold) {
            if (unanswered) {
                return;
            }
            switch (metrics.add(fold)) {
                case Counted _ -> fold.forEach(count -> done(count.eventId()));
                case Repeated(Set<String> eventIds) -> open.keySet().removeAll(eventIds);
                case Busy _ -> contended = true;
                case Unanswered _ -> unanswered = true;
            }
        }

        private void done(String eventId) {
            open.remove(eventId);
            OrderEvent event = Objects.requireNonNull(events.get(eventId));
            Log.info("sales projected", "orderId", event.order().orderId(),
                    "traceparent", event.order().placed().traceparent(), "eventType", event.type().wireName());
        }
    }

    private static LocalDateTime hour(OrderEvent event) {
        return LocalDateTime.ofInstant(event.time(), ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
    }

    private static Map<String, Long> amounts(OrderEvent event) {
        PlacedOrder placed = event.order().placed();
        return switch (event.type()) {
            case ORDER_CREATED -> Map.of("orders", 1L, "units", (long) placed.itemCount());
            case ORDER_CONFIRMED -> Map.of("confirmed", 1L, "revenue", placed.totals().total().minorUnits());
            case ORDER_REJECTED -> ended("rejects", event);
            case ORDER_CANCELLED -> cancelled(event);
            case ORDER_EXPIRED -> ended("expired", event);
            case ORDER_REFUNDED -> Map.of("refunds", 1L, "refunded", refund(event.entry()));
            case ORDER_SHIPPED, ORDER_DELIVERED, RETURN_REQUESTED, ORDER_RETURNED, PAYMENT_AUTHORIZED, PAYMENT_DECLINED,
                    PAYMENT_CAPTURED, FRAUD_REVIEWED -> Map.of();
        };
    }

    /// Subtracts what an order that was counted as sold had not been refunded yet.
    private static Map<String, Long> cancelled(OrderEvent event) {
        Map<String, Long> amounts = new HashMap<>(ended("cancels", event));
        Order order = event.order();
        if (order.history().stream().anyMatch(entry -> entry.type() == EventType.ORDER_CONFIRMED)) {
            amounts.put("cancelled", order.placed().totals().total().minus(order.refunded()).minorUnits());
        }
        return amounts;
    }

    private static Map<String, Long> ended(String how, OrderEvent event) {
        return Map.of(how, 1L, how + "#" + event.entry().reason().map(Enum::name).orElse("NONE"), 1L);
    }

    private static long refund(HistoryEntry entry) {
        return entry.refund().map(HistoryEntry.Refund::amount).map(Money::minorUnits).orElseThrow();
    }
}
