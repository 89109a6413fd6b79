package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requirements 5 and 6.
class ReservationPlanTest {

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @Test
    void aLaterSmallerOrderTakesWhatAnEarlierBiggerOneCouldNot() {
        PlacedOrder first = Shop.order("first", Map.of("a", 3));
        PlacedOrder tooBig = Shop.order("too-big", Map.of("a", 3));
        PlacedOrder small = Shop.order("small", Map.of("a", 2));

        ReservationPlan plan = ReservationPlan.of(List.of(first, tooBig, small), Map.of("a", 5L));

        assertThat(plan.fitting()).containsExactly(first, small);
        assertThat(plan.soldOut()).containsExactly(tooBig);
    }

    @Test
    void anOrderIsHadAsAWholeOrNotAtAll() {
        PlacedOrder mixed = Shop.order("mixed", Map.of("a", 1, "gone", 1));
        PlacedOrder plain = Shop.order("plain", Map.of("a", 1));

        ReservationPlan plan = ReservationPlan.of(List.of(mixed, plain), Map.of("a", 1L, "gone", 0L));

        assertThat(plan.fitting()).containsExactly(plain);
        assertThat(plan.soldOut()).containsExactly(mixed);
    }

    @Test
    void whatNobodyStocksIsSoldOut() {
        assertThat(ReservationPlan.of(List.of(Shop.order("o", Map.of("unheard-of", 1))), Map.of()).fitting()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverPlansMoreThanThereIs(int seed) {
        Case drawn = Case.draw(seed);
        ReservationPlan plan = ReservationPlan.of(drawn.orders, drawn.available);

        new Fold(plan.fitting()).units().forEach((sku, units) ->
                assertThat(units).isLessThanOrEqualTo(drawn.available.getOrDefault(sku, 0L)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decidesEachOrderOnceInArrivalOrder(int seed) {
        Case drawn = Case.draw(seed);
        ReservationPlan plan = ReservationPlan.of(drawn.orders, drawn.available);

        assertThat(plan.fitting()).isSubsetOf(drawn.orders).isSortedAccordingTo(drawn::byArrival);
        assertThat(plan.soldOut()).isSortedAccordingTo(drawn::byArrival);
        List<PlacedOrder> all = new ArrayList<>(plan.fitting());
        all.addAll(plan.soldOut());
        assertThat(all).containsExactlyInAnyOrderElementsOf(drawn.orders);
    }

    /// No order is turned away that the units left by those before it would have served.
    @ParameterizedTest
    @MethodSource("seeds")
    void usesEveryUnitThatCanBeUsed(int seed) {
        Case drawn = Case.draw(seed);
        ReservationPlan plan = ReservationPlan.of(drawn.orders, drawn.available);

        for (PlacedOrder turnedAway : plan.soldOut()) {
            Map<String, Long> left = new HashMap<>(drawn.available);
            List<PlacedOrder> before = plan.fitting().stream()
                    .filter(order -> drawn.byArrival(order, turnedAway) < 0)
                    .toList();
            new Fold(before).units().forEach((sku, units) -> left.merge(sku, -units, Long::sum));
            assertThat(turnedAway.lines()).anyMatch(line -> left.getOrDefault(line.sku(), 0L) < line.quantity());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void foldsAreFullAndWithinTheLimitOfATransaction(int seed) {
        Case drawn = Case.draw(seed);
        // Every order counts as one that fits, so that there is enough to fold.
        List<PlacedOrder> waiting = new ArrayList<>(drawn.orders);
        while (!waiting.isEmpty()) {
            Fold fold = new ReservationPlan(waiting, List.of()).nextFold(Fold.MAX_ACTIONS);

            assertThat(actions(fold)).isLessThanOrEqualTo(100);
            assertThat(fold.orders()).isEqualTo(waiting.subList(0, fold.orders().size())).isNotEmpty();
            if (fold.orders().size() < waiting.size()) {
                Fold oneMore = new Fold(waiting.subList(0, fold.orders().size() + 1));
                assertThat(actions(oneMore)).isGreaterThan(100);
            }
            waiting.subList(0, fold.orders().size()).clear();
        }
    }

    @Test
    void theHundredthActionIsTheLast() {
        List<PlacedOrder> orders = IntStream.range(0, 150).mapToObj(i -> Shop.order("o" + i, Map.of("a", 1))).toList();

        assertThat(ReservationPlan.of(orders, Map.of("a", 150L)).nextFold(Fold.MAX_ACTIONS).orders()).hasSize(99);
    }

    @Test
    void ninetyOrdersOfOneSkuAreOneTransaction() {
        List<PlacedOrder> orders = IntStream.range(0, 90).mapToObj(i -> Shop.order("o" + i, Map.of("a", 1))).toList();
        ReservationPlan plan = ReservationPlan.of(orders, Map.of("a", 90L));

        assertThat(plan.nextFold(Fold.MAX_ACTIONS).orders()).hasSize(90);
        assertThat(plan.nextFold(Fold.MAX_ACTIONS).units()).containsExactly(Map.entry("a", 90L));
        assertThat(plan.nextFold(45).orders()).hasSize(45);
    }

    private static int actions(Fold fold) {
        return fold.orders().size() + fold.units().size();
    }

    private record Case(List<PlacedOrder> orders, Map<String, Long> available) {

        static Case draw(int seed) {
            Random random = new Random(seed);
            int skus = 1 + random.nextInt(60);
            Map<String, Long> available = new HashMap<>();
            for (int i = 0; i < skus; i++) {
                available.put("s" + i, (long) random.nextInt(60));
            }
            List<PlacedOrder> orders = new ArrayList<>();
            for (int i = 0; i < random.nextInt(120); i++) {
                Map<String, Integer> lines = new LinkedHashMap<>();
                int wanted = 1 + random.nextInt(20);
                for (int line = 0; line < wanted; line++) {
                    lines.put("s" + random.nextInt(skus + 1), 1 + random.nextInt(OrderLine.MAX_QUANTITY));
                }
                orders.add(Shop.order("o" + i, lines));
            }
            return new Case(orders, available);
        }

        int byArrival(PlacedOrder one, PlacedOrder other) {
            return Integer.compare(orders.indexOf(one), orders.indexOf(other));
        }
    }
}
