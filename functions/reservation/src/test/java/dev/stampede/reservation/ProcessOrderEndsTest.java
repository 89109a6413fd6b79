package dev.stampede.reservation;

import static dev.stampede.testing.Placed.limited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Order;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Stock;
import dev.stampede.reservation.Reservations.Outcome;
import dev.stampede.reservation.Reservations.Outcome.Busy;
import dev.stampede.reservation.Reservations.Outcome.Impossible;
import dev.stampede.reservation.Reservations.Outcome.Refused;
import dev.stampede.reservation.Reservations.Outcome.Reserved;
import dev.stampede.reservation.Reservations.Outcome.Unanswered;
import dev.stampede.testing.Placed;
import dev.stampede.testing.Recorded;
import dev.stampede.testing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requirement 18: a batch ends, and each of its orders is recorded once or handed back, with stores that contradict
/// themselves and never let go.
class ProcessOrderEndsTest {

    private static final List<PlacedOrder> BATCH = IntStream.range(0, 60)
            .mapToObj(i -> Placed.named("order-" + i, "customer-" + i % 25, limited("a", 1, 3)))
            .toList();

    static Stream<Named<Function<Fold, Outcome>>> stores() {
        return Stream.of(
                store("refuses with what was known already", _ -> refused(100)),
                store("refuses without a reason", _ -> new Refused(Set.of(), Map.of(), Map.of())),
                store("names orders that are not in the batch",
                        _ -> new Refused(Set.of("stranger"), Map.of(), Map.of())),
                store("names counters that are not in the batch",
                        _ -> new Refused(Set.of(), Map.of(), Map.of("stranger", 9L))),
                store("refuses for counts within the limit",
                        fold -> new Refused(Set.of(), Map.of(), counts(fold, 2))),
                store("finds now these customers and now those at their limit, and takes it back", alternating(
                        _ -> new Refused(Set.of(), Map.of(), counts(3, 0)),
                        _ -> new Refused(Set.of(), Map.of(), counts(0, 3)))),
                store("takes stock away and gives it back", alternating(_ -> refused(0), _ -> refused(100))),
                store("finds nothing possible", _ -> new Impossible("ValidationError")),
                store("is busy for ever", _ -> new Busy()));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aBatchEndsWithAStoreThat(Function<Fold, Outcome> answers) {
        ends(new Contrary(answers, _ -> Set.of()));
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBatchEndsWhateverTheAnswersAre(int seed) {
        Random random = new Random(seed);
        ends(new Contrary(fold -> anything(random, fold), rejected -> some(random, ids(rejected, Order::orderId))));
    }

    @Test
    void aBatchEndsWithRejectionsThatAreNeverRecorded() {
        Contrary store = new Contrary(_ -> refused(0), rejected -> ids(rejected, Order::orderId));

        assertThat(process(store)).hasSize(60);
    }

    private static void ends(Contrary store) {
        Set<String> failed = process(store);

        List<String> settled = new ArrayList<>(failed);
        settled.addAll(store.settled);
        assertThat(settled).doesNotHaveDuplicates().hasSize(60);
    }

    private static Set<String> process(Contrary store) {
        List<Integer> pauses = new ArrayList<>();
        Set<String> failed = new HashSet<>();
        new ProcessOrder(store, Recorded.HOLD, pauses::add, new SteppedClock()).process(BATCH).forEach(failed::add);
        assertThat(pauses).hasSizeLessThanOrEqualTo(OrderBatch.MAX_TRIES);
        return failed;
    }

    private static Outcome anything(Random random, Fold fold) {
        return switch (random.nextInt(9)) {
            case 8 -> new Unanswered();
            case 0 -> new Reserved();
            case 1 -> new Busy();
            case 2 -> new Impossible("ValidationError");
            default -> new Refused(
                    random.nextBoolean() ? Set.of() : some(random, ids(fold.orders(), PlacedOrder::orderId)),
                    random.nextBoolean() ? Map.of() : Map.of("a", Stock.of("a", random.nextInt(80))),
                    random.nextBoolean() ? Map.of() : counts(fold, random.nextInt(5)));
        };
    }

    private static Set<String> some(Random random, Set<String> ids) {
        return ids.stream().filter(_ -> random.nextInt(10) == 0).collect(Collectors.toSet());
    }

    private static <T> Set<String> ids(Collection<T> orders, Function<T, String> id) {
        return orders.stream().map(id).collect(Collectors.toSet());
    }

    private static Map<String, Long> counts(Fold fold, long bought) {
        Map<String, Long> counts = new HashMap<>();
        fold.orders().forEach(order -> counts.put(counter(order), bought));
        return counts;
    }

    private static String counter(PlacedOrder order) {
        return PurchaseCounter.of(order.customer(), order.lines().getFirst());
    }

    private static Map<String, Long> counts(long ofEven, long ofOdd) {
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < 25; i++) {
            counts.put(counter(BATCH.get(i)), i % 2 == 0 ? ofEven : ofOdd);
        }
        return counts;
    }

    private static Refused refused(long available) {
        return new Refused(Set.of(), Map.of("a", Stock.of("a", available)), Map.of());
    }

    private static Named<Function<Fold, Outcome>> store(String name, Function<Fold, Outcome> answers) {
        return Named.of(name, answers);
    }

    private static Function<Fold, Outcome> alternating(Function<Fold, Outcome> one, Function<Fold, Outcome> other) {
        int[] calls = {0};
        return fold -> (calls[0]++ % 2 == 0 ? one : other).apply(fold);
    }

    private static final class Contrary implements Reservations {

        final List<String> settled = new ArrayList<>();
        private final Function<Fold, Outcome> answer;
        private final Function<List<Order>, Set<String>> unrecorded;
        private int calls;

        Contrary(Function<Fold, Outcome> answer, Function<List<Order>, Set<String>> unrecorded) {
            this.answer = answer;
            this.unrecorded = unrecorded;
        }

        @Override
        public Map<String, Stock> stock(Collection<String> skus) {
            return Map.of("a", Stock.of("a", 100));
        }

        @Override
        public Outcome reserve(Fold fold, Instant at, Duration hold) {
            assertThat(++calls).as("calls").isLessThan(1_000);
            Outcome outcome = answer.apply(fold);
            if (outcome instanceof Reserved) {
                fold.orders().forEach(order -> settled.add(order.orderId()));
            }
            if (outcome instanceof Refused refused) {
                settled.addAll(refused.recorded().stream().filter(id -> id.startsWith("order-")).toList());
            }
            return outcome;
        }

        @Override
        public Set<String> reject(List<Order> rejected) {
            assertThat(++calls).as("calls").isLessThan(1_000);
            Set<String> left = new HashSet<>(unrecorded.apply(rejected));
            rejected.stream().map(Order::orderId).filter(id -> !left.contains(id)).forEach(settled::add);
            return left;
        }
    }
}
