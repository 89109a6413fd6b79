package dev.stampede.verification.storm;

import dev.stampede.model.HistoryEntry;
import dev.stampede.model.Order;
import dev.stampede.model.Reason;
import dev.stampede.model.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How long some wait for others.
final class WaitClaims {

    private static final String GOOD = "tok_ok";
    private static final Set<EventType> ANSWERS = EnumSet.of(EventType.PAYMENT_AUTHORIZED, EventType.PAYMENT_DECLINED);

    private WaitClaims() {}

    /// Cards without an answer are their orders' trouble: no message about another payment is put off, and no good card
    /// is told that the provider is gone. How long good cards waited for their answer beside them is said and not
    /// judged, because a killed process costs some of them seconds, too.
    static Finding nobodyWaitsForBrokenCards(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        if (evidence.putOff() > 0) {
            offenders.add("PaymentQueue: " + evidence.putOff() + " messages were put off");
        }
        evidence.orders().values().stream()
                .filter(order -> order.placed().paymentToken().equals(GOOD))
                .filter(order -> order.reason().filter(Reason.PAYMENT_UNAVAILABLE::equals).isPresent())
                .forEach(order -> offenders.add(order.orderId() + ": its card is good and could not be asked"));
        return new Finding("Payments that wait for other people's broken cards", "0",
                offenders.size() + waits(evidence), offenders);
    }

    /// From the first broken card on that was ordered with among many.
    private static String waits(Evidence evidence) {
        Optional<Instant> first = evidence.orders().values().stream()
                .filter(order -> order.placed().customer().email().filter(Storm::isBrokenCard).isPresent())
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
                : " (" + waits.size() + " good cards beside them: half in "
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
