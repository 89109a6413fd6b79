package dev.stampede.inventory;

import static dev.stampede.inventory.Sample.cancelled;
import static dev.stampede.inventory.Sample.confirmed;
import static dev.stampede.inventory.Sample.inSale;
import static dev.stampede.inventory.Sample.line;
import static dev.stampede.inventory.Sample.marked;
import static dev.stampede.inventory.Sample.paid;
import static dev.stampede.inventory.Sample.refunded;
import static dev.stampede.inventory.Sample.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.inventory.StockLedger.Outcome;
import dev.stampede.inventory.StockLedger.Outcome.Busy;
import dev.stampede.lambda.Undone;
import dev.stampede.model.Order;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Stock;
import dev.stampede.model.StockState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The numbers are those of the package's requirements.
final class MoveStockTest {

    private final InMemoryStockLedger ledger = new InMemoryStockLedger();
    private final Deque<Outcome> scripted = new ArrayDeque<>();
    private final List<Integer> pauses = new ArrayList<>();
    private final List<Boolean> acknowledges = new ArrayList<>();
    private final MoveStock moveStock = new MoveStock(movements -> {
        movements.forEach(movement -> acknowledges.add(movement.acknowledges()));
        return scripted.isEmpty() ? ledger.move(movements) : scripted.remove();
    }, pauses::add);

    /// Requirement 1.
    @Test
    void sellsABatchInOneTransaction() {
        ledger.put(new Stock("gpu", 0, 10, 0));
        ledger.put(new Stock("cpu", 0, 10, 0));

        assertThat(settle(
                recorded(confirmed(reserved("a", line("gpu", 1)))),
                recorded(confirmed(reserved("b", line("gpu", 2), line("cpu", 1)))),
                recorded(confirmed(reserved("c", line("gpu", 3)))))).isEmpty();

        assertThat(ledger.transactions()).containsExactly(3);
        assertThat(ledger.stock("gpu")).isEqualTo(new Stock("gpu", 0, 4, 6));
        assertThat(ledger.stock("cpu")).isEqualTo(new Stock("cpu", 0, 9, 1));
    }

    /// Requirement 2.
    @Test
    void movesAnOrderOnceHoweverOftenItComes() {
        ledger.put(new Stock("gpu", 0, 2, 0));
        Order a = recorded(confirmed(reserved("a", line("gpu", 1))));
        Order b = recorded(confirmed(reserved("b", line("gpu", 1))));
        settle(a, a);

        assertThat(settle(a, b)).isEmpty();

        assertThat(ledger.stock("gpu")).isEqualTo(new Stock("gpu", 0, 0, 2));
        assertThat(pauses).isEmpty();
    }

    /// Requirement 2.
    @Test
    void plansAgainFromTheOrderAsItStandsBesideNeighboursThatGoAnotherWay() {
        ledger.put(new Stock("gpu", 0, 7, 3));
        Order sold = confirmed(reserved("a", line("gpu", 3)));
        recorded(marked(cancelled(sold), StockState.SOLD));
        Order waiting = recorded(confirmed(reserved("b", line("gpu", 2))));

        assertThat(settle(sold, waiting)).isEmpty();

        assertThat(ledger.stock("gpu")).isEqualTo(new Stock("gpu", 3, 5, 2));
        assertThat(mark("a")).isEqualTo(StockState.RELEASED);
        assertThat(mark("b")).isEqualTo(StockState.SOLD);
    }

    /// Requirement 7.
    @Test
    void anOrderThatIsMetFurtherOnIsNotTakenForHeardOf() {
        ledger.put(new Stock("gpu", 0, 2, 0));
        Order confirmed = confirmed(reserved("a", line("gpu", 2)));
        recorded(cancelled(confirmed));

        settle(confirmed);

        assertThat(mark("a")).isEqualTo(StockState.RELEASED);
        assertThat(acknowledges).containsExactly(true, false);
    }

    /// Requirement 7.
    @Test
    void anOrderWhoseMoneyWasGivenBackIsNotTakenForHeardOf() {
        ledger.put(new Stock("gpu", 0, 2, 0));

        settle(recorded(refunded(paid(reserved("a", line("gpu", 2))))));

        assertThat(mark("a")).isEqualTo(StockState.RELEASED);
        assertThat(acknowledges).containsExactly(false);
    }

    /// Requirement 2.
    @Test
    void ofSeveralEventsOfOneOrderInABatchTheNewestCounts() {
        ledger.put(new Stock("gpu", 0, 1, 0));
        Order confirmed = confirmed(reserved("a", line("gpu", 1)));
        Order cancelled = recorded(cancelled(confirmed));

        settle(cancelled, confirmed);

        assertThat(ledger.transactions()).containsExactly(1);
        assertThat(mark("a")).isEqualTo(StockState.RELEASED);
    }

    /// Requirement 2.
    @Test
    void needsNothingForAnOrderThatIsReserved() {
        Order order = recorded(reserved("a", line("gpu", 1)));

        assertThat(settle(order)).isEmpty();
        assertThat(mark("a")).isEqualTo(StockState.RESERVED);
    }

    /// Requirement 1.
    @Test
    void takesTheSumOfOneCustomersReleasesOffTheLimit() {
        ledger.put(new Stock("gpu", 0, 5, 0, Map.of("drop", 45L)));
        Order two = recorded(cancelled(reserved("a", inSale("gpu", 2))));
        Order three = recorded(cancelled(reserved("b", inSale("gpu", 3))));
        String counter = PurchaseCounter.of(two.placed().customer(), two.placed().lines().getFirst());
        ledger.putBought(counter, 5);

        assertThat(settle(two, three)).isEmpty();

        assertThat(ledger.transactions()).containsExactly(2);
        assertThat(ledger.bought(counter)).isZero();
        assertThat(ledger.stock("gpu")).isEqualTo(new Stock("gpu", 5, 0, 0, Map.of("drop", 50L)));
    }

    /// Requirement 5.
    @Test
    void sellsAndReleasesOneSkuInTwoTransactions() {
        ledger.put(new Stock("gpu", 0, 5, 0));

        settle(recorded(confirmed(reserved("a", line("gpu", 2)))), recorded(cancelled(reserved("b", line("gpu", 3)))));

        assertThat(ledger.transactions()).containsExactly(1, 1);
        assertThat(ledger.stock("gpu")).isEqualTo(new Stock("gpu", 3, 0, 2));
    }

    /// Requirement 3.
    @Test
    void triesAgainWhenAnotherTransactionIsInTheWay() {
        ledger.put(new Stock("gpu", 0, 1, 0));
        scripted.addAll(List.of(new Busy(), new Busy()));

        assertThat(settle(recorded(confirmed(reserved("a", line("gpu", 1)))))).isEmpty();

        assertThat(pauses).containsExactly(0, 1);
        assertThat(ledger.stock("gpu").sold()).isEqualTo(1);
    }

    /// Requirement 3.
    @Test
    void handsAFoldBackWhenItStaysContended() {
        ledger.put(new Stock("gpu", 0, 2, 0));
        IntStream.range(0, MoveStock.MAX_ROUNDS).forEach(_ -> scripted.add(new Busy()));

        assertThat(settle(
                recorded(confirmed(reserved("a", line("gpu", 1)))),
                recorded(confirmed(reserved("b", line("gpu", 1)))))).containsExactlyInAnyOrder("a", "b");
        assertThat(ledger.stock("gpu").reserved()).isEqualTo(2);
    }

    /// Requirement 4.
    @Test
    void partsAnUnknownOrderFromItsNeighboursWhereverItStands() {
        for (int place = 0; place < 7; place++) {
            ledger.put(new Stock("gpu", 0, 7, 0));
            List<Order> batch = new ArrayList<>();
            for (int number = 0; number < 7; number++) {
                Order order = confirmed(reserved(place + "-" + number, line("gpu", 1)));
                batch.add(number == place ? order : recorded(order));
            }

            assertThat(moveStock.settle(batch)).containsExactly(place + "-" + place);
            assertThat(ledger.stock("gpu").sold()).isEqualTo(6);
        }
    }

    /// Requirement 3.
    @Test
    void handsAFoldBackWhenTheCallItselfFailsAndGoesOnWithTheOthers() {
        ledger.put(new Stock("gpu", 0, 2, 0));
        MoveStock failing = new MoveStock(movements -> {
            if (movements.getFirst().to() == StockState.SOLD) {
                throw new IllegalStateException("the network is down");
            }
            return ledger.move(movements);
        }, pauses::add);

        assertThat(failing.settle(List.of(
                recorded(confirmed(reserved("a", line("gpu", 1)))),
                recorded(cancelled(reserved("b", line("gpu", 1))))))).isEqualTo(new Undone(Set.of("a"), Set.of()));
        assertThat(mark("b")).isEqualTo(StockState.RELEASED);
    }

    private Order recorded(Order order) {
        ledger.put(order);
        return order;
    }

    private Undone settle(Order... seen) {
        return moveStock.settle(List.of(seen));
    }

    private StockState mark(String orderId) {
        return ledger.order(orderId).orElseThrow().stock();
    }
}
