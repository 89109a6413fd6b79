package dev.stampede.verification.invariant;

import dev.stampede.model.EventType;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The shop as a whole.
final class ShopClaims {

    private static final Map<String, EventType> FIGURES = new TreeMap<>(Map.of(
            "orders", EventType.ORDER_CREATED,
            "confirmed", EventType.ORDER_CONFIRMED,
            "rejects", EventType.ORDER_REJECTED,
            "cancels", EventType.ORDER_CANCELLED,
            "expired", EventType.ORDER_EXPIRED,
            "refunds", EventType.ORDER_REFUNDED));

    private ShopClaims() {}

    /// Every other claim would hold in an empty shop, too.
    static Finding somethingHappened(Evidence evidence) {
        long confirmed = confirmed(evidence).size();
        return new Finding("Orders confirmed, so that there is something to judge", "> 0", Long.toString(confirmed),
                confirmed > 0 ? List.of() : List.of("no order was confirmed"));
    }

    /// Liveness: once the faults end, all work finishes.
    static Finding workFinished(Evidence evidence) {
        return Finding.ofNone("Work left when the wait ended", evidence.pendingWork());
    }

    /// Only a fault between sending a mail and recording it may send that mail twice.
    static Finding confirmationsMailed(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        List<Order> confirmed = confirmed(evidence).stream()
                .filter(order -> order.placed().customer().email().isPresent())
                .toList();
        long twice = 0;
        for (Order order : confirmed) {
            long mails = evidence.mails().getOrDefault(order.orderId(), 0L);
            twice += Math.max(0, mails - 1);
            if (mails == 0) {
                offenders.add(order.orderId() + ": was confirmed but no mail was sent");
            } else if (mails > 1 && twice > evidence.mailRisks()) {
                offenders.add(order.orderId() + ": " + mails + " mails confirm it, more than "
                        + evidence.mailRisks() + " faults explain");
            }
        }
        evidence.mails().keySet().stream()
                .filter(orderId -> evidence.orders().get(orderId) == null
                        || !confirmed.contains(evidence.orders().get(orderId)))
                .forEach(orderId -> offenders.add(orderId + ": a mail confirms an order that was never confirmed"));
        return Finding.ofAll("Every confirmed order was mailed", confirmed.size(), offenders);
    }

    static Finding figuresCounted(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        FIGURES.forEach((figure, type) -> {
            long events = evidence.orders().values().stream()
                    .flatMap(order -> order.history().stream())
                    .filter(entry -> entry.type() == type)
                    .count();
            long counted = evidence.figures().getOrDefault(figure, 0L);
            if (counted != events) {
                offenders.add(figure + ": counted " + counted + ", the histories have " + events);
            }
        });
        return Finding.ofAll("Sales figures count each event once (by figure)", FIGURES.size(), offenders);
    }

    static Finding noDeadLetters(Evidence evidence) {
        return new Finding("Dead letters", "0",
                Long.toString(evidence.deadLetters().values().stream().mapToLong(Long::longValue).sum()),
                evidence.deadLetters().entrySet().stream()
                        .filter(queue -> queue.getValue() > 0)
                        .map(queue -> queue.getKey() + ": " + queue.getValue() + " messages")
                        .toList());
    }

    static Finding noDenials(Evidence evidence) {
        return Finding.ofNone("Calls denied to a role", evidence.denials());
    }

    private static List<Order> confirmed(Evidence evidence) {
        return evidence.orders().values().stream()
                .filter(order -> order.status() == OrderStatus.CONFIRMED
                        || order.history().stream().anyMatch(entry -> entry.type() == EventType.ORDER_CONFIRMED))
                .toList();
    }
}
