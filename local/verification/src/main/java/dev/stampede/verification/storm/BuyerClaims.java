package dev.stampede.verification.storm;

import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.Totals;
import dev.stampede.verification.storm.Told.Answer;
import dev.stampede.verification.storm.Told.Answer.Accepted;
import dev.stampede.verification.storm.Told.Answer.Refused;
import dev.stampede.verification.storm.Told.Answer.Unanswered;
import dev.stampede.verification.storm.Told.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What buyers were told against what is recorded.
final class BuyerClaims {

    private static final Set<String> REASONS = Set.of("SOLD_OUT", "LIMIT_REACHED");

    private BuyerClaims() {}

    /// An acceptance, or a refusal that says why as the last word.
    static Finding definiteAnswers(Evidence evidence) {
        return Finding.ofAll("Every buyer got a definite answer", evidence.told().size(), evidence.told().stream()
                .filter(told -> told.accepted().isEmpty())
                .filter(told -> !endsWithAReason(told))
                .map(told -> told.purchase().key() + ": " + lastWord(told))
                .toList());
    }

    static Finding oneOrderPerKey(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        for (Told told : evidence.told()) {
            List<String> ids = told.accepted().stream().map(Accepted::orderId).distinct().toList();
            if (ids.size() > 1) {
                offenders.add(told.purchase().key() + ": names the orders " + String.join(", ", ids));
            }
            // The same key for another order is refused, or found to have lost when its receipt is shown.
            long found = told.readings().values().stream().filter(Reading.Found.class::isInstance).count();
            if (found > 1) {
                offenders.add(told.purchase().key() + ": both of its bodies are recorded");
            }
        }
        return Finding.ofAll("A key is one order, whatever is sent under it", evidence.told().size(), offenders);
    }

    static Finding recordedAsAccepted(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        Map<String, Told> accepted = new HashMap<>();
        for (Told told : evidence.told()) {
            told.accepted().forEach(answer -> accepted.put(answer.orderId(), told));
        }
        accepted.forEach((orderId, told) -> {
            Order order = evidence.orders().get(orderId);
            if (order == null) {
                offenders.add(orderId + ": accepted and not recorded");
            } else if (told.accepted().stream().noneMatch(answer -> isRecord(answer, told, order, evidence))) {
                offenders.add(orderId + ": recorded with other lines, prices or total than were accepted");
            }
        });
        return Finding.ofAll("Every accepted order is recorded as accepted", accepted.size(), offenders);
    }

    static Finding nothingUnasked(Evidence evidence) {
        Set<String> asked = evidence.told().stream()
                .flatMap(told -> told.accepted().stream())
                .map(Accepted::orderId)
                .collect(Collectors.toSet());
        return Finding.ofNone("Orders that nobody was told of", evidence.orders().keySet().stream()
                .filter(orderId -> !asked.contains(orderId))
                .map(orderId -> orderId + ": recorded, and every try of its buyer was refused")
                .toList());
    }

    /// What a receipt shows is what is recorded.
    static Finding readAsRecorded(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        long examined = 0;
        for (Told told : evidence.told()) {
            for (Accepted answer : firstOfEachBody(told)) {
                examined++;
                Order order = evidence.orders().get(answer.orderId());
                Reading reading = told.readings().get(answer.body());
                wrong(reading, order, told).ifPresent(what -> offenders.add(answer.orderId() + ": " + what));
            }
        }
        return Finding.ofAll("Receipts show what is recorded", examined, offenders);
    }

    private static Optional<String> wrong(Reading reading, Order order, Told told) {
        return switch (reading) {
            case null -> Optional.of("was never read");
            case Reading.Failed(String what) -> Optional.of("reading it answered " + what);
            case Reading.Pending _ -> Optional.of("reads as accepted and not recorded yet");
            case Reading.Superseded _ -> told.readings().values().stream().anyMatch(Reading.Found.class::isInstance)
                    ? Optional.empty()
                    : Optional.of("said to be superseded by nothing");
            case Reading.Found(var status, long total) -> order != null && order.status() == status
                    && order.placed().totals().total().minorUnits() == total
                            ? Optional.empty()
                            : Optional.of("reads as " + status + " and is recorded as "
                                    + (order == null ? "nothing" : order.status()));
        };
    }

    private static List<Accepted> firstOfEachBody(Told told) {
        Map<Purchase.Body, Accepted> first = new HashMap<>();
        told.accepted().forEach(answer -> first.putIfAbsent(answer.body(), answer));
        return List.copyOf(first.values());
    }

    private static boolean isRecord(Accepted answer, Told told, Order order, Evidence evidence) {
        List<OrderLine> lines = told.purchase().lines(answer.body()).stream()
                .map(line -> evidence.shelf().get(line.sku()).line(line.quantity()))
                .toList();
        return order.placed().lines().equals(lines) && answer.total() == Totals.of(lines).total().minorUnits();
    }

    private static boolean endsWithAReason(Told told) {
        return own(told).filter(Refused.class::isInstance)
                .filter(last -> REASONS.contains(((Refused) last).code()))
                .isPresent();
    }

    private static String lastWord(Told told) {
        return own(told).map(last -> switch (last) {
            case Accepted _ -> "accepted";
            case Refused refused -> "refused with " + refused.status() + " " + refused.code();
            case Unanswered unanswered -> "unanswered: " + unanswered.why();
        }).orElse("was never answered");
    }

    private static Optional<Answer> own(Told told) {
        return told.answers().stream().filter(answer -> answer.body() == Purchase.Body.OWN).reduce((_, last) -> last);
    }
}
