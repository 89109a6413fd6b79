package dev.stampede.load.sale;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.stampede.load.sale.Answer.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What became of the buyers, told from their answers alone.
public final class SaleResult {

    private static final Set<String> SOLD = Set.of("CONFIRMED", "SHIPPED", "DELIVERED");
    private static final Set<String> UNDECIDED = Set.of("PENDING", "RESERVED");

    /// Where one buyer ended.
    private enum Ending {
        SOLD, REFUSED, OTHER, UNDECIDED
    }

    private final List<Answer> answers;
    private final Map<String, List<Answer>> byBuyer;
    private final Map<Ending, Long> endings;

    public SaleResult(List<Answer> answers) {
        this.answers = List.copyOf(answers);
        this.byBuyer = this.answers.stream().collect(groupingBy(Answer::key));
        this.endings = byBuyer.values().stream().collect(groupingBy(SaleResult::ending, counting()));
    }

    public long buyers() {
        return byBuyer.size();
    }

    public long sold() {
        return endings.getOrDefault(Ending.SOLD, 0L);
    }

    /// Buyers who got no unit because there was none left, told at once or by their order.
    public long refused() {
        return endings.getOrDefault(Ending.REFUSED, 0L);
    }

    public long endedOtherwise() {
        return endings.getOrDefault(Ending.OTHER, 0L);
    }

    public long undecided() {
        return endings.getOrDefault(Ending.UNDECIDED, 0L);
    }

    public long shed() {
        return answers.stream().filter(Answer::isShed).count();
    }

    /// Failed requests by kind, such as `PLACE 500` -> 3.
    public Map<String, Long> failures() {
        return answers.stream()
                .filter(Answer::faulty)
                .collect(groupingBy(
                        answer -> answer.request() + (answer.status() == 0 ? " no answer" : " " + answer.status()),
                        TreeMap::new, counting()));
    }

    public long keysWithSeveralOrders() {
        return placed().collect(groupingBy(Answer::key, mapping(answer -> answer.order().orElse(""), toSet())))
                .values().stream().filter(orders -> orders.size() > 1).count();
    }

    public long ordersOfSeveralKeys() {
        return placed().collect(groupingBy(answer -> answer.order().orElse(""), mapping(Answer::key, toSet())))
                .values().stream().filter(keys -> keys.size() > 1).count();
    }

    public long replays() {
        return answers.stream().filter(answer -> answer.request() == Request.REPLAY && !answer.isShed()).count();
    }

    /// Replays of an accepted order that were told something other than that it is accepted.
    public long contradictedReplays() {
        return byBuyer.values().stream().filter(SaleResult::isContradicted).count();
    }

    /// The latency in milliseconds that 95 of 100 decided answers to a POST stayed within; 0 where there was none.
    public long p95() {
        List<Long> sorted = answers.stream()
                .filter(answer -> answer.isAccepted() || answer.isSoldOut())
                .map(Answer::millis)
                .sorted()
                .toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    private Stream<Answer> placed() {
        return answers.stream().filter(Answer::isAccepted);
    }

    private static boolean isContradicted(List<Answer> buyer) {
        boolean accepted = buyer.stream().anyMatch(answer -> answer.request() == Request.PLACE && answer.isAccepted());
        return accepted && buyer.stream().anyMatch(answer -> answer.request() == Request.REPLAY && answer.isSoldOut());
    }

    private static Ending ending(List<Answer> buyer) {
        if (buyer.stream().noneMatch(Answer::isAccepted)) {
            return buyer.stream().anyMatch(Answer::isSoldOut) ? Ending.REFUSED : Ending.UNDECIDED;
        }
        String last = buyer.stream()
                .filter(answer -> answer.request() == Request.READ)
                .flatMap(answer -> answer.state().stream())
                .reduce("PENDING", (before, after) -> after);
        if (SOLD.contains(last)) {
            return Ending.SOLD;
        }
        if (UNDECIDED.contains(last)) {
            return Ending.UNDECIDED;
        }
        return last.equals("REJECTED") ? Ending.REFUSED : Ending.OTHER;
    }
}
