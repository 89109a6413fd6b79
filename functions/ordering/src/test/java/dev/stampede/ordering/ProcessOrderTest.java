package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.ordering.Reservations.Outcome;
import dev.stampede.ordering.Reservations.Outcome.Busy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessOrderTest {

    private final InMemoryReservations reservations = new InMemoryReservations();
    private final List<Integer> pauses = new ArrayList<>();
    private final ProcessOrder processOrder = new ProcessOrder(reservations, pauses::add, new SteppedClock());

    /// Requirement 5.
    @Test
    void aBatchIsOneTransaction() {
        reservations.stock.put("a", 100L);

        assertThat(processOrder.process(orders(90))).isEmpty();

        assertThat(reservations.folds).containsExactly(90);
        assertThat(reservations.stock).containsEntry("a", 10L);
        assertThat(reservations.ids(OrderStatus.RESERVED)).hasSize(90);
        assertThat(reservations.rejectCalls).isZero();
    }

    @Test
    void theFirstToArriveAreServedAndTheOthersRejected() {
        reservations.stock.put("a", 20L);

        assertThat(processOrder.process(orders(50))).isEmpty();

        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactlyElementsOf(ids(0, 20));
        assertThat(reservations.ids(OrderStatus.REJECTED)).containsExactlyElementsOf(ids(20, 50));
        assertThat(reservations.stock).containsEntry("a", 0L);
    }

    @Test
    void aSoldOutBatchNeedsNoTransaction() {
        reservations.stock.put("a", 0L);

        processOrder.process(orders(90));

        assertThat(reservations.folds).isEmpty();
        assertThat(reservations.rejectCalls).isEqualTo(1);
    }

    @Test
    void aRepeatInTheBatchCountsOnce() {
        reservations.stock.put("a", 10L);
        List<PlacedOrder> twice = new ArrayList<>(orders(3));
        twice.addAll(orders(3));

        assertThat(processOrder.process(twice)).isEmpty();
        assertThat(reservations.stock).containsEntry("a", 7L);
    }

    /// Requirement 7.
    @Test
    void aRedeliveryChangesNothing() {
        reservations.stock.put("a", 5L);
        processOrder.process(orders(8));
        Map<String, Order> after = Map.copyOf(reservations.orders);
        reservations.stock.merge("a", 3L, Long::sum);

        assertThat(processOrder.process(orders(8))).isEmpty();

        assertThat(reservations.orders).isEqualTo(after);
        assertThat(reservations.stock).containsEntry("a", 3L);
    }

    @Test
    void anOrderRecordedBeforeIsDroppedAndTheOthersGoOnAtOnce() {
        reservations.stock.put("a", 10L);
        processOrder.process(List.of(order(1)));

        assertThat(processOrder.process(orders(4))).isEmpty();

        assertThat(reservations.stock).containsEntry("a", 6L);
        assertThat(reservations.ids(OrderStatus.RESERVED)).hasSize(4);
        assertThat(pauses).isEmpty();
    }

    /// Requirement 8.
    @Test
    void aLostRaceIsPlannedAgainWithWhatIsLeft() {
        reservations.stock.put("a", 10L);
        reservations.before.add(() -> {
            reservations.stock.put("a", 4L);
            return Optional.empty();
        });

        assertThat(processOrder.process(orders(8))).isEmpty();

        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactlyElementsOf(ids(0, 4));
        assertThat(reservations.ids(OrderStatus.REJECTED)).containsExactlyElementsOf(ids(4, 8));
        assertThat(pauses).containsExactly(0);
    }

    @Test
    void aConflictIsTriedAgainAfterAPause() {
        reservations.stock.put("a", 10L);
        reservations.before.add(() -> Optional.of(new Busy()));
        reservations.before.add(() -> Optional.of(new Busy()));

        assertThat(processOrder.process(orders(3))).isEmpty();

        assertThat(pauses).containsExactly(0, 1);
        assertThat(reservations.ids(OrderStatus.RESERVED)).hasSize(3);
    }

    @Test
    void lastingConflictsAreHandedBackAndNeverCalledSoldOut() {
        reservations.stock.put("a", 10L);
        IntStream.range(0, 100).forEach(_ -> reservations.before.add(() -> Optional.of(new Busy())));

        assertThat(processOrder.process(orders(3))).containsExactlyInAnyOrderElementsOf(ids(0, 3));

        assertThat(reservations.orders).isEmpty();
        assertThat(pauses).hasSize(ProcessOrder.MAX_TRIES);
    }

    @Test
    void anOrderThatIsSoldOutIsRejectedEvenIfOthersAreHandedBack() {
        reservations.stock.put("a", 10L);
        IntStream.range(0, 100).forEach(_ -> reservations.before.add(() -> Optional.of(new Busy())));
        PlacedOrder soldOut = Shop.order("sold-out", Map.of("gone", 1));

        assertThat(processOrder.process(List.of(order(0), soldOut))).containsExactly("order-0");
        assertThat(reservations.ids(OrderStatus.REJECTED)).containsExactly("sold-out");
    }

    /// Requirement 9.
    @Test
    void aRejectionNeverReplacesAReservedOrder() {
        reservations.stock.put("a", 1L);
        processOrder.process(List.of(order(0)));

        assertThat(processOrder.process(List.of(order(0)))).isEmpty();
        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactly("order-0");
    }

    @Test
    void aRejectionThatIsThrottledIsTriedAgainThenHandedBack() {
        reservations.unrecorded.add(Set.of("order-0", "order-1"));
        reservations.unrecorded.add(Set.of("order-1"));
        assertThat(processOrder.process(orders(3))).isEmpty();
        assertThat(reservations.rejectCalls).isEqualTo(3);

        IntStream.range(0, 100).forEach(_ -> reservations.unrecorded.add(Set.of("order-7")));
        assertThat(processOrder.process(orders(9))).containsExactly("order-7");
    }

    /// Requirement 10.
    @ParameterizedTest
    @MethodSource("places")
    void anOrderThatNoTransactionTakesIsHandedBackAlone(int place) {
        reservations.stock.put("a", 100L);
        reservations.impossible.addAll(Set.of("order-" + place, "order-40"));

        assertThat(processOrder.process(orders(64))).containsExactlyInAnyOrder("order-" + place, "order-40");

        assertThat(reservations.ids(OrderStatus.RESERVED)).hasSize(62);
        assertThat(reservations.folds).hasSizeLessThan(40);
    }

    static IntStream places() {
        return IntStream.of(0, 1, 31, 32, 63);
    }

    @Test
    void nothingToDoCostsNothing() {
        assertThat(processOrder.process(List.of())).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /// The conservation law, with conflicts, racing buyers, throttled rejections and redeliveries drawn by lot.
    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostOrOversoldWhateverHappens(int seed) {
        Random random = new Random(seed);
        long initial = random.nextInt(40);
        long[] takenByOthers = new long[1];
        reservations.stock.put("a", initial);
        Set<String> toDeliver = new HashSet<>(ids(0, 60));
        for (int delivery = 0; delivery < 50 && !toDeliver.isEmpty(); delivery++) {
            IntStream.range(0, 6).forEach(_ -> reservations.before.add(() -> mishap(random, takenByOthers)));
            reservations.unrecorded.add(random.nextBoolean() ? Set.of() : Set.of("order-" + random.nextInt(60)));
            List<PlacedOrder> batch = new ArrayList<>(orders(60).stream()
                    .filter(order -> toDeliver.contains(order.orderId()) || random.nextInt(5) == 0)
                    .toList());
            Set<String> failed = processOrder.process(batch);
            batch.forEach(order -> toDeliver.remove(order.orderId()));
            toDeliver.addAll(failed);
        }

        assertThat(toDeliver).isEmpty();
        assertThat(reservations.orders).hasSize(60);
        long had = reservations.ids(OrderStatus.RESERVED).size();
        assertThat(reservations.stock.get("a")).isNotNegative().isEqualTo(initial - had - takenByOthers[0]);
        assertThat(reservations.reserved.getOrDefault("a", 0L)).isEqualTo(had);
        if (had < 60) {
            assertThat(reservations.stock).containsEntry("a", 0L);
        }
    }

    private Optional<Outcome> mishap(Random random, long[] takenByOthers) {
        switch (random.nextInt(4)) {
            case 0 -> {
                long taken = Math.min(reservations.stock.get("a"), random.nextInt(3));
                reservations.stock.merge("a", -taken, Long::sum);
                takenByOthers[0] += taken;
            }
            case 1 -> {
                return Optional.of(new Busy());
            }
            case 2 -> {
                return orderRecordedElsewhere(random);
            }
            default -> { }
        }
        return Optional.empty();
    }

    /// Another run, of the same delivery, gets ahead of this one.
    private Optional<Outcome> orderRecordedElsewhere(Random random) {
        PlacedOrder order = order(random.nextInt(60));
        if (!reservations.orders.containsKey(order.orderId()) && reservations.stock.get("a") > 0) {
            reservations.orders.put(order.orderId(), Order.reserved(order, Instant.EPOCH));
            reservations.stock.merge("a", -1L, Long::sum);
            reservations.reserved.merge("a", 1L, Long::sum);
        }
        return Optional.empty();
    }

    private static PlacedOrder order(int i) {
        return Shop.order("order-" + i, Map.of("a", 1));
    }

    private static List<PlacedOrder> orders(int count) {
        return IntStream.range(0, count).mapToObj(ProcessOrderTest::order).toList();
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "order-" + i).toList();
    }
}
