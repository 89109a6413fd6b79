package dev.stampede.verification.invariant;

import dev.stampede.model.EventType;
import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.model.Reason;
import dev.stampede.verification.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How failing cards affect the payments of other customers.
final class WaitClaims {

    private static final String GOOD = "tok_ok";
    private static final Set<EventType> ANSWERS = EnumSet.of(EventType.PAYMENT_AUTHORIZED, EventType.PAYMENT_DECLINED);

    private WaitClaims() {}

    /// Cards without an answer affect their own orders only: no other payment is deferred, and no good card is told
    /// that the provider is down. The waiting times of good cards are reported but not judged, because a killed process
    /// costs some of them seconds, too.
    static Finding noPaymentWaitsForFailingCards(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        if (evidence.deferredPayments() > 0) {
            offenders.add("PaymentQueue: " + evidence.deferredPayments() + " messages were deferred");
        }
        evidence.orders().values().stream()
                .filter(order -> order.placed().paymentToken().equals(GOOD))
                .filter(order -> order.reason().filter(Reason.PAYMENT_UNAVAILABLE::equals).isPresent())
                .forEach(order -> offenders.add(order.orderId() + ": its card is good but the provider was not asked"));
        return new Finding("Payments delayed by other customers' failing cards", "0",
                offenders.size() + waits(evidence), offenders);
    }

    /// Counted from the first order that was placed with a failing card.
    private static String waits(Evidence evidence) {
        Optional<Instant> first = evidence.orders().values().stream()
                .filter(order -> order.placed().customer().email().filter(Workload::isBrokenCard).isPresent())
                .map(WaitClaims::recordedAt)
                .min(Instant::compareTo);
        List<Duration> waits = evidence.orders().values().stream()
                .filter(order -> order.placed().paymentToken().equals(GOOD))
                .filter(order -> first.filter(since -> !recordedAt(order).isBefore(since)).isPresent())
                .flatMap(order -> order.history().stream()
                        .filter(entry -> ANSWERS.contains(entry.type()))
                        .map(HistoryEntry::at)
                        .map(at -> Duration.between(recordedAt(order), at))
                        .limit(1))
                .sorted()
                .toList();
        return waits.isEmpty()
                ? ""
                : " (" + waits.size() + " good cards meanwhile: half in "
                        + seconds(waits.get(waits.size() / 2)) + ", 95 % in "
                        + seconds(waits.get(waits.size() * 95 / 100)) + ")";
    }

    private static Instant recordedAt(Order order) {
        return order.history().getFirst().at();
    }

    private static String seconds(Duration wait) {
        return String.format(Locale.ROOT, "%.1f s", wait.toMillis() / 1000.0);
    }
}
