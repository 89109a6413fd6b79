package dev.stampede.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.lambda.Undone;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine.SaleUnits;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Reason;
import dev.stampede.model.Stock;
import dev.stampede.reservation.Reservations.Outcome;
import dev.stampede.reservation.Reservations.Outcome.Busy;
import dev.stampede.testing.Placed;
import dev.stampede.testing.Recorded;
import dev.stampede.testing.SteppedClock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requirements 6 to 9, 16 and 17, with conflicts, racing buyers, throttled rejections and redeliveries drawn by lot.
class ProcessOrderPropertiesTest {

    private static final String SALE = "spring";

    private final InMemoryReservations reservations = new InMemoryReservations();
    private final ProcessOrder processOrder =
            new ProcessOrder(reservations, Recorded.HOLD, _ -> {}, new SteppedClock());

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /// The conservation law: no unit of stock or of the sale is lost or sold twice, no customer is above the limit, no
    /// order is lost, and nobody is turned away for what is still there.
    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostOrOversoldWhateverHappens(int seed) {
        Random random = new Random(seed);
        long initial = random.nextInt(70);
        int cap = 1 + random.nextInt(70);
        int limit = 1 + random.nextInt(3);
        int customers = 1 + random.nextInt(60);
        reservations.put("a", initial);
        List<PlacedOrder> all = IntStream.range(0, 60)
                .mapToObj(i -> Placed.named("order-" + i, "customer-" + i % customers, Placed.line("a", 1,
                        Optional.of(limit), Optional.of(new SaleUnits(SALE, cap)))))
                .toList();
        Map<String, Long> takenByOthers = new HashMap<>();
        Set<String> toDeliver = new HashSet<>(all.stream().map(PlacedOrder::orderId).toList());
        for (int delivery = 0; delivery < 60 && !toDeliver.isEmpty(); delivery++) {
            IntStream.range(0, 6).forEach(_ -> reservations.before.add(() -> mishap(random, all, takenByOthers)));
            reservations.unrecorded.add(random.nextBoolean() ? Set.of() : Set.of("order-" + random.nextInt(60)));
            List<PlacedOrder> batch = all.stream()
                    .filter(order -> toDeliver.contains(order.orderId()) || random.nextInt(5) == 0)
                    .toList();
            Undone undone = processOrder.process(batch);
            batch.forEach(order -> toDeliver.remove(order.orderId()));
            undone.forEach(toDeliver::add);
        }

        assertThat(toDeliver).isEmpty();
        assertThat(reservations.orders).hasSize(60);
        Stock stock = reservations.stock.get("a");
        long had = reservations.ids(OrderStatus.RESERVED).size();
        long others = takenByOthers.getOrDefault("a", 0L);
        assertThat(stock.available()).isNotNegative().isEqualTo(initial - had - others);
        assertThat(stock.reserved()).isEqualTo(had + others);
        long left = stock.saleUnitsLeft().getOrDefault(SALE, (long) cap);
        assertThat(left).isNotNegative().isEqualTo(cap - had);
        Map<String, Long> counted = new HashMap<>(takenByOthers);
        all.stream().filter(order -> reservations.orders.get(order.orderId()).status() == OrderStatus.RESERVED)
                .forEach(order -> counted.merge(counter(order), 1L, Long::sum));
        counted.remove("a");
        assertThat(reservations.bought).isEqualTo(counted);
        assertThat(counted.values()).allMatch(bought -> bought <= limit);
        assertThat(all).filteredOn(order -> isRejected(order, Reason.LIMIT_REACHED))
                .allMatch(order -> counted.get(counter(order)) == limit);
        if (!reservations.rejectedIds(Reason.SOLD_OUT).isEmpty()) {
            assertThat(Math.min(stock.available(), left)).isZero();
        }
    }

    /// With nobody else at it, a batch of single units comes out as if each order had come alone, whatever is not known
    /// of the customers beforehand and however the batch is folded.
    @ParameterizedTest
    @MethodSource("seeds")
    void eachOrderFaresAsIfItHadComeAlone(int seed) {
        Random random = new Random(seed);
        Stock stock = new Stock("a", random.nextInt(70), 0, 0,
                random.nextBoolean() ? Map.of() : Map.of(SALE, (long) random.nextInt(50)));
        reservations.stock.put("a", stock);
        long available = stock.available();
        long left = stock.saleUnitsLeft().getOrDefault(SALE, 50L);
        List<PlacedOrder> batch = IntStream.range(0, 90)
                .mapToObj(i -> Placed.named("order-" + i, "customer-" + random.nextInt(30), Placed.line("a", 1,
                        Optional.of(1 + random.nextInt(4)), Optional.of(new SaleUnits(SALE, 50)))))
                .toList();
        batch.forEach(order -> reservations.bought.put(counter(order), (long) random.nextInt(4)));
        Map<String, Long> bought = new HashMap<>(reservations.bought);
        Map<String, Optional<Reason>> expected = new HashMap<>();
        for (PlacedOrder order : batch) {
            Optional<Reason> refusal = Optional.empty();
            if (available == 0 || left == 0) {
                refusal = Optional.of(Reason.SOLD_OUT);
            } else if (bought.get(counter(order)) >= order.lines().getFirst().limitPerCustomer().orElseThrow()) {
                refusal = Optional.of(Reason.LIMIT_REACHED);
            } else {
                available--;
                left--;
                bought.merge(counter(order), 1L, Long::sum);
            }
            expected.put(order.orderId(), refusal);
        }

        assertThat(processOrder.process(batch)).isEmpty();

        Map<String, Optional<Reason>> recorded = new HashMap<>();
        reservations.orders.values().forEach(order -> recorded.put(order.orderId(), order.reason()));
        assertThat(recorded).isEqualTo(expected);
        assertThat(reservations.bought).isEqualTo(bought);
    }

    private Optional<Outcome> mishap(Random random, List<PlacedOrder> all, Map<String, Long> takenByOthers) {
        PlacedOrder any = all.get(random.nextInt(all.size()));
        switch (random.nextInt(6)) {
            case 0 -> {
                long taken = Math.min(reservations.available("a"), random.nextInt(3));
                if (taken > 0) {
                    reservations.takeAway("a", taken);
                    takenByOthers.merge("a", taken, Long::sum);
                }
            }
            case 1 -> {
                return Optional.of(new Busy());
            }
            case 2 -> recordElsewhere(any);
            case 3 -> {
                // The customer's own order of something else, counted against the same limit.
                long limit = any.lines().getFirst().limitPerCustomer().orElseThrow();
                if (reservations.bought.getOrDefault(counter(any), 0L) < limit) {
                    reservations.bought.merge(counter(any), 1L, Long::sum);
                    takenByOthers.merge(counter(any), 1L, Long::sum);
                }
            }
            default -> {}
        }
        return Optional.empty();
    }

    /// Another run, of the same delivery, gets ahead of this one.
    private void recordElsewhere(PlacedOrder order) {
        reservations.transaction(new Fold(List.of(order)), Placed.NOON, Recorded.HOLD);
    }

    private boolean isRejected(PlacedOrder placed, Reason reason) {
        Order order = reservations.orders.get(placed.orderId());
        return order.reason().equals(Optional.of(reason));
    }

    private static String counter(PlacedOrder order) {
        return PurchaseCounter.of(order.customer(), order.lines().getFirst());
    }
}
