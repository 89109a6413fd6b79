package dev.stampede.reservation;

import static dev.stampede.testing.Placed.inSale;
import static dev.stampede.testing.Placed.limited;
import static dev.stampede.testing.Placed.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.lambda.Undone;
import dev.stampede.model.ForSale;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Reason;
import dev.stampede.model.Stock;
import dev.stampede.reservation.Reservations.Outcome.Busy;
import dev.stampede.reservation.Reservations.Outcome.Reserved;
import dev.stampede.reservation.Reservations.Outcome.Unanswered;
import dev.stampede.testing.Placed;
import dev.stampede.testing.Recorded;
import dev.stampede.testing.SteppedClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessOrderTest {

    private final InMemoryReservations reservations = new InMemoryReservations();
    private final List<Integer> pauses = new ArrayList<>();
    private final ProcessOrder processOrder = new ProcessOrder(
            reservations, Recorded.HOLD, pauses::add, new SteppedClock());

    /// Requirement 5.
    @Test
    void aBatchIsOneTransaction() {
        reservations.put("a", 100);

        assertThat(processOrder.process(orders(90))).isEmpty();

        assertThat(reservations.folds).containsExactly(90);
        assertThat(reservations.available("a")).isEqualTo(10);
        assertThat(reservations.ids(OrderStatus.RESERVED)).hasSize(90);
        assertThat(reservations.rejectCalls).isZero();
    }

    @Test
    void theFirstToArriveAreServedAndTheOthersRejected() {
        reservations.put("a", 20);

        assertThat(processOrder.process(orders(50))).isEmpty();

        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactlyElementsOf(ids(0, 20));
        assertThat(reservations.ids(OrderStatus.REJECTED)).containsExactlyElementsOf(ids(20, 50));
        assertThat(reservations.available("a")).isEqualTo(0);
    }

    @Test
    void aSoldOutBatchNeedsNoTransaction() {
        reservations.put("a", 0);

        processOrder.process(orders(90));

        assertThat(reservations.folds).isEmpty();
        assertThat(reservations.rejectCalls).isEqualTo(1);
    }

    @Test
    void aRepeatInTheBatchCountsOnce() {
        reservations.put("a", 10);
        List<PlacedOrder> twice = new ArrayList<>(orders(3));
        twice.addAll(orders(3));

        assertThat(processOrder.process(twice)).isEmpty();
        assertThat(reservations.available("a")).isEqualTo(7);
    }

    /// Requirement 7.
    @Test
    void aRedeliveryChangesNothing() {
        reservations.put("a", 5);
        processOrder.process(orders(8));
        Map<String, Order> after = Map.copyOf(reservations.orders);
        reservations.put("a", 3);

        assertThat(processOrder.process(orders(8))).isEmpty();

        assertThat(reservations.orders).isEqualTo(after);
        assertThat(reservations.available("a")).isEqualTo(3);
    }

    @Test
    void anOrderRecordedBeforeIsDroppedAndTheOthersGoOnAtOnce() {
        reservations.put("a", 10);
        processOrder.process(List.of(order(1)));

        assertThat(processOrder.process(orders(4))).isEmpty();

        assertThat(reservations.available("a")).isEqualTo(6);
        assertThat(reservations.ids(OrderStatus.RESERVED)).hasSize(4);
        assertThat(pauses).isEmpty();
    }

    /// Requirement 8.
    @Test
    void aLostRaceIsPlannedAgainWithWhatIsLeft() {
        reservations.put("a", 10);
        reservations.before.add(() -> {
            reservations.put("a", 4);
            return Optional.empty();
        });

        assertThat(processOrder.process(orders(8))).isEmpty();

        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactlyElementsOf(ids(0, 4));
        assertThat(reservations.ids(OrderStatus.REJECTED)).containsExactlyElementsOf(ids(4, 8));
        assertThat(pauses).containsExactly(0);
    }

    @Test
    void unitsThatComeBackWhileOthersAreReservedGoToTheNextOfTheBatch() {
        reservations.put("a", 3);
        reservations.before.add(() -> {
            reservations.put("a", 4);
            return Optional.empty();
        });

        assertThat(processOrder.process(orders(5))).isEmpty();

        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactlyElementsOf(ids(0, 4));
        assertThat(reservations.ids(OrderStatus.REJECTED)).containsExactlyElementsOf(ids(4, 5));
        assertThat(reservations.available("a")).isZero();
    }

    @Test
    void stockIsReadAgainOnlyWhereTheBatchTookUnitsThatOthersWanted() {
        reservations.put("a", 3);
        processOrder.process(orders(3));
        assertThat(reservations.stockCalls).isEqualTo(1);

        reservations.put("a", 3);
        processOrder.process(List.of(Placed.order("gone", Map.of("a", 1, "none", 1)), order(5), order(6)));
        assertThat(reservations.stockCalls).isEqualTo(3);
        processOrder.process(List.of(Placed.order("gone too", Map.of("none", 1)), order(7)));
        assertThat(reservations.stockCalls).isEqualTo(4);
    }

    @Test
    void aConflictIsTriedAgainAfterAPause() {
        reservations.put("a", 10);
        reservations.before.add(() -> Optional.of(new Busy()));
        reservations.before.add(() -> Optional.of(new Busy()));

        assertThat(processOrder.process(orders(3))).isEmpty();

        assertThat(pauses).containsExactly(0, 1);
        assertThat(reservations.ids(OrderStatus.RESERVED)).hasSize(3);
    }

    @Test
    void aTableThatGivesNoAnswerIsLeftAloneAndItsOrdersArePutOff() {
        reservations.put("a", 200);
        reservations.before.add(Optional::empty);
        IntStream.range(0, 100).forEach(_ -> reservations.before.add(() -> Optional.of(new Unanswered())));
        PlacedOrder soldOut = Placed.order("sold-out", Map.of("gone", 1));
        List<PlacedOrder> batch = new ArrayList<>(orders(150));
        batch.add(soldOut);

        Undone undone = processOrder.process(batch);

        int recorded = reservations.ids(OrderStatus.RESERVED).size();
        assertThat(recorded).isBetween(1, 100);
        assertThat(undone.failed()).isEmpty();
        assertThat(undone.notNow()).hasSize(151 - recorded).contains("sold-out", "order-149");
        assertThat(reservations.before).hasSize(99);
        assertThat(pauses).isEmpty();
        assertThat(reservations.rejectCalls).isZero();
    }

    @Test
    void lastingConflictsArePutOffAndNeverCalledSoldOut() {
        reservations.put("a", 10);
        IntStream.range(0, 100).forEach(_ -> reservations.before.add(() -> Optional.of(new Busy())));

        assertThat(processOrder.process(orders(3)).notNow()).containsExactlyInAnyOrderElementsOf(ids(0, 3));

        assertThat(reservations.orders).isEmpty();
        assertThat(pauses).hasSize(OrderBatch.MAX_TRIES);
    }

    @Test
    void anOrderThatIsSoldOutIsRejectedEvenIfOthersAreHandedBack() {
        reservations.put("a", 10);
        IntStream.range(0, 100).forEach(_ -> reservations.before.add(() -> Optional.of(new Busy())));
        PlacedOrder soldOut = Placed.order("sold-out", Map.of("gone", 1));

        assertThat(processOrder.process(List.of(order(0), soldOut))).containsExactly("order-0");
        assertThat(reservations.ids(OrderStatus.REJECTED)).containsExactly("sold-out");
    }

    /// Requirement 9.
    @Test
    void aRejectionNeverReplacesAReservedOrder() {
        reservations.put("a", 1);
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
        assertThat(processOrder.process(orders(9)).notNow()).containsExactly("order-7");
    }

    /// Requirement 10.
    @ParameterizedTest
    @MethodSource("places")
    void anOrderThatNoTransactionTakesIsHandedBackAlone(int place) {
        reservations.put("a", 100);
        reservations.impossible.addAll(Set.of("order-" + place, "order-40"));

        assertThat(processOrder.process(orders(64)).failed()).containsExactlyInAnyOrder("order-" + place, "order-40");

        assertThat(reservations.ids(OrderStatus.RESERVED)).hasSize(62);
        assertThat(reservations.folds).hasSizeLessThan(40);
    }

    static IntStream places() {
        return IntStream.of(0, 1, 31, 32, 63);
    }

    /// Requirement 17: a count that stands at the limit is learnt from the refusal, and the unit goes to the next.
    @Test
    void aCustomerWhoHasTheLimitIsRejectedAsSuchAndTheUnitGoesToTheNext() {
        reservations.put("a", 2);
        reserved(Placed.named("had", "ann", limited("a", 1, 1)));
        PlacedOrder again = Placed.named("again", "ann", limited("a", 1, 1));
        PlacedOrder next = Placed.named("next", "bob", limited("a", 1, 1));

        assertThat(processOrder.process(List.of(again, next))).isEmpty();

        assertThat(reservations.rejectedIds(Reason.LIMIT_REACHED)).containsExactly("again");
        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactly("had", "next");
        assertThat(pauses).isEmpty();
    }

    @Test
    void oneCustomersOrdersGoThroughOneByOneUpToTheLimit() {
        reservations.put("a", 10);
        List<PlacedOrder> ann = IntStream.range(0, 5)
                .mapToObj(i -> Placed.named("order-" + i, "ann", limited("a", 1, 3)))
                .toList();

        assertThat(processOrder.process(ann)).isEmpty();

        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactlyElementsOf(ids(0, 3));
        assertThat(reservations.rejectedIds(Reason.LIMIT_REACHED)).containsExactlyElementsOf(ids(3, 5));
        assertThat(reservations.folds).containsExactly(1, 1, 1);
        assertThat(reservations.available("a")).isEqualTo(7);
    }

    @Test
    void manyCustomersAtTheirLimitsAreRejectedAndNotHandedBack() {
        List<PlacedOrder> crowd = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            OrderLine[] lines =
                    IntStream.range(0, 20).mapToObj(sku -> limited("s" + sku, 1, 1)).toArray(OrderLine[]::new);
            reservations.stock.putAll(stocked(lines));
            crowd.add(Placed.named("order-" + i, "customer-" + i, lines));
            reservations.bought.put(PurchaseCounter.of(crowd.getLast().customer(), lines[7]), 1L);
        }

        assertThat(processOrder.process(crowd)).isEmpty();
        assertThat(reservations.rejectedIds(Reason.LIMIT_REACHED)).hasSize(90);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aRedeliveredOrderIsNotRejectedForWhatItCountedItself() {
        reservations.put("a", 1);
        PlacedOrder order = Placed.named("once", "ann", limited("a", 1, 1));
        reserved(order);

        assertThat(processOrder.process(List.of(order))).isEmpty();
        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactly("once");
        assertThat(pauses).isEmpty();
    }

    @Test
    void aConflictIsNeverCalledALimit() {
        reservations.put("a", 10);
        IntStream.range(0, 100).forEach(_ -> reservations.before.add(() -> Optional.of(new Busy())));

        assertThat(processOrder.process(List.of(Placed.named("order-0", "ann", limited("a", 1, 1)))))
                .containsExactly("order-0");
        assertThat(reservations.orders).isEmpty();
    }

    /// Requirement 40: it is deleted between the look at the stock and the transaction.
    @Test
    void noUnitOfAProductIsReservedForWhoOrderedItAfterItsDeletion() {
        reservations.put("a", 100);
        reservations.put("b", 100);
        reservations.before.add(() -> {
            reservations.stock.put("a", new Stock("a", 100, 0, 0, Map.of(), new ForSale(Instant.EPOCH, Placed.NOON)));
            return Optional.empty();
        });

        assertThat(processOrder.process(List.of(
                Placed.named("order-0", "ann", line("a", 1), line("b", 1)),
                Placed.named("order-1", "bob", line("b", 1)))))
                .isEmpty();

        assertThat(reservations.rejectedIds(Reason.NOT_FOR_SALE)).containsExactly("order-0");
        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactly("order-1");
        assertThat(reservations.available("a")).isEqualTo(100);
    }

    /// What the batch took of it since it was seen changes nothing about when it is sold.
    @Test
    void aProductMadeAnewIsSoldToThoseWhoOrderedItOnly() {
        reservations.stock.put("a", new Stock("a", 100, 0, 0, Map.of(), ForSale.since(Placed.NOON)));
        List<PlacedOrder> orders = IntStream.range(0, 120)
                .mapToObj(i -> Placed.at(Placed.NOON.minusMillis(i % 2), line("a", 1)))
                .toList();

        assertThat(processOrder.process(orders)).isEmpty();

        assertThat(reservations.ids(OrderStatus.RESERVED)).hasSize(60);
        assertThat(reservations.rejectedIds(Reason.NOT_FOR_SALE)).hasSize(60);
        assertThat(reservations.stock.get("a").forSale()).isEqualTo(ForSale.since(Placed.NOON));
    }

    /// Requirement 16.
    @Test
    void aSaleSellsItsUnitsHoweverManyAreInStock() {
        reservations.put("a", 100);
        List<PlacedOrder> crowd = IntStream.range(0, 20)
                .mapToObj(i -> Placed.named("order-" + i, "customer-" + i, inSale("a", 2, "spring", 9)))
                .toList();

        assertThat(processOrder.process(crowd)).isEmpty();

        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactlyElementsOf(ids(0, 4));
        assertThat(reservations.rejectedIds(Reason.SOLD_OUT)).containsExactlyElementsOf(ids(4, 20));
        assertThat(reservations.stock).containsValue(new Stock("a", 92, 8, 0, Map.of("spring", 1L)));
    }

    @Test
    void aLostRaceForASaleIsPlannedAgainWithWhatTheSaleHasLeft() {
        reservations.put("a", 100);
        reservations.before.add(() -> {
            reservations.stock.put("a", new Stock("a", 100, 0, 0, Map.of("spring", 3L)));
            return Optional.empty();
        });
        List<PlacedOrder> crowd = IntStream.range(0, 8)
                .mapToObj(i -> Placed.named("order-" + i, "customer-" + i, inSale("a", 1, "spring", 50)))
                .toList();

        assertThat(processOrder.process(crowd)).isEmpty();
        assertThat(reservations.ids(OrderStatus.RESERVED)).containsExactlyElementsOf(ids(0, 3));
        assertThat(pauses).containsExactly(0);
    }

    @Test
    void theHoldIsTheConfiguredOne() {
        reservations.put("a", 1);

        processOrder.process(List.of(order(0)));

        assertThat(reservations.orders.get("order-0").holdUntil())
                .isEqualTo(new SteppedClock().instant().plus(Recorded.HOLD));
    }

    @Test
    void nothingToDoCostsNothing() {
        assertThat(processOrder.process(List.of())).isEmpty();
    }

    private void reserved(PlacedOrder order) {
        assertThat(reservations.reserve(new Fold(List.of(order)), Placed.NOON, Recorded.HOLD))
                .isEqualTo(new Reserved());
        reservations.folds.clear();
    }

    private static Map<String, Stock> stocked(OrderLine... lines) {
        return Stream.of(lines).collect(Collectors.toMap(OrderLine::sku, line -> Stock.of(line.sku(), 1000)));
    }

    private static PlacedOrder order(int i) {
        return Placed.order("order-" + i, Map.of("a", 1));
    }

    private static List<PlacedOrder> orders(int count) {
        return IntStream.range(0, count).mapToObj(ProcessOrderTest::order).toList();
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "order-" + i).toList();
    }
}
