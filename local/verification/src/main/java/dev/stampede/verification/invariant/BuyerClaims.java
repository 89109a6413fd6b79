package dev.stampede.verification.invariant;

import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.Totals;
import dev.stampede.verification.workload.ClientHistory;
import dev.stampede.verification.workload.ClientHistory.Answer;
import dev.stampede.verification.workload.ClientHistory.Answer.Accepted;
import dev.stampede.verification.workload.ClientHistory.Answer.Refused;
import dev.stampede.verification.workload.ClientHistory.Answer.Unanswered;
import dev.stampede.verification.workload.ClientHistory.Reading;
import dev.stampede.verification.workload.Purchase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What clients observed compared with what is recorded.
final class BuyerClaims {

    private static final Set<String> REASONS = Set.of("SOLD_OUT", "LIMIT_REACHED");

    private BuyerClaims() {}

    /// Each client was accepted or, in the last answer, refused with a reason.
    static Finding definiteAnswers(Evidence evidence) {
        return Finding.ofAll("Every buyer got a definite answer", evidence.clientHistories().size(),
                evidence.clientHistories().stream()
                        .filter(history -> history.accepted().isEmpty())
                        .filter(history -> !endsWithAReason(history))
                        .map(history -> history.purchase().key() + ": " + lastAnswer(history))
                        .toList());
    }

    static Finding oneOrderPerKey(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        for (ClientHistory history : evidence.clientHistories()) {
            List<String> ids = history.accepted().stream().map(Accepted::orderId).distinct().toList();
            if (ids.size() > 1) {
                offenders.add(history.purchase().key() + ": names the orders " + String.join(", ", ids));
            }
            // A second body under the same key is refused, or its receipt says that it was superseded.
            long found = history.readings().values().stream().filter(Reading.Found.class::isInstance).count();
            if (found > 1) {
                offenders.add(history.purchase().key() + ": both of its bodies are recorded");
            }
        }
        return Finding.ofAll("One key is one order, whatever is sent under it", evidence.clientHistories().size(),
                offenders);
    }

    static Finding recordedAsAccepted(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        Map<String, ClientHistory> accepted = new HashMap<>();
        for (ClientHistory history : evidence.clientHistories()) {
            history.accepted().forEach(answer -> accepted.put(answer.orderId(), history));
        }
        accepted.forEach((orderId, history) -> {
            Order order = evidence.orders().get(orderId);
            if (order == null) {
                offenders.add(orderId + ": accepted and not recorded");
            } else if (history.accepted().stream().noneMatch(answer -> isRecord(answer, history, order, evidence))) {
                offenders.add(orderId + ": recorded with other lines, prices or total than were accepted");
            }
        });
        return Finding.ofAll("Every accepted order is recorded as accepted", accepted.size(), offenders);
    }

    static Finding nothingUnasked(Evidence evidence) {
        Set<String> asked = evidence.clientHistories().stream()
                .flatMap(history -> history.accepted().stream())
                .map(Accepted::orderId)
                .collect(Collectors.toSet());
        return Finding.ofNone("Orders that no client was told about", evidence.orders().keySet().stream()
                .filter(orderId -> !asked.contains(orderId))
                .map(orderId -> orderId + ": recorded although every attempt of its buyer was refused")
                .toList());
    }

    /// A receipt shows the status and total that are recorded.
    static Finding readAsRecorded(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        long examined = 0;
        for (ClientHistory history : evidence.clientHistories()) {
            for (Accepted answer : firstOfEachBody(history)) {
                examined++;
                Order order = evidence.orders().get(answer.orderId());
                Reading reading = history.readings().get(answer.body());
                wrong(reading, order, history).ifPresent(what -> offenders.add(answer.orderId() + ": " + what));
            }
        }
        return Finding.ofAll("Receipts show what is recorded", examined, offenders);
    }

    private static Optional<String> wrong(@Nullable Reading reading, @Nullable Order order, ClientHistory history) {
        return switch (reading) {
            case null -> Optional.of("was never read");
            case Reading.Failed(String what) -> Optional.of("reading it answered " + what);
            case Reading.Pending _ -> Optional.of("reads as accepted and not recorded yet");
            case Reading.Superseded _ -> history.readings().values().stream().anyMatch(Reading.Found.class::isInstance)
                    ? Optional.empty()
                    : Optional.of("said to be superseded by nothing");
            case Reading.Found(var status, long total) -> order != null && order.status() == status
                    && order.placed().totals().total().minorUnits() == total
                            ? Optional.empty()
                            : Optional.of("reads as " + status + " and is recorded as "
                                    + (order == null ? "nothing" : order.status()));
        };
    }

    private static List<Accepted> firstOfEachBody(ClientHistory history) {
        Map<Purchase.Body, Accepted> first = new HashMap<>();
        history.accepted().forEach(answer -> first.putIfAbsent(answer.body(), answer));
        return List.copyOf(first.values());
    }

    private static boolean isRecord(Accepted answer, ClientHistory history, Order order, Evidence evidence) {
        List<OrderLine> lines = history.purchase().lines(answer.body()).stream()
                .map(line -> evidence.item(line.sku()).line(line.quantity()))
                .toList();
        return order.placed().lines().equals(lines) && answer.total() == Totals.of(lines).total().minorUnits();
    }

    private static boolean endsWithAReason(ClientHistory history) {
        return own(history).filter(Refused.class::isInstance)
                .filter(last -> REASONS.contains(((Refused) last).code()))
                .isPresent();
    }

    private static String lastAnswer(ClientHistory history) {
        return own(history).map(last -> switch (last) {
            case Accepted _ -> "accepted";
            case Refused refused -> "refused with " + refused.status() + " " + refused.code();
            case Unanswered unanswered -> "unanswered: " + unanswered.why();
        }).orElse("was never answered");
    }

    private static Optional<Answer> own(ClientHistory history) {
        return history.answers().stream().filter(answer -> answer.body() == Purchase.Body.OWN)
                .reduce((_, last) -> last);
    }
}
