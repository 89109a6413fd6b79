package dev.stampede.inventory;

import static dev.stampede.inventory.Sample.cancelled;
import static dev.stampede.inventory.Sample.line;
import static dev.stampede.inventory.Sample.marked;
import static dev.stampede.inventory.Sample.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.inventory.StockLedger.Outcome.Busy;
import dev.stampede.inventory.StockLedger.Outcome.Unanswered;
import dev.stampede.lambda.Undone;
import dev.stampede.model.Order;
import dev.stampede.model.Stock;
import dev.stampede.model.StockState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How often the ledger is asked. A call too many changes no stock, but it costs, and it keeps others waiting.
final class MoveStockCallsTest {

    private final InMemoryStockLedger ledger = new InMemoryStockLedger();
    private final List<Integer> calls = new ArrayList<>();
    private final List<Integer> pauses = new ArrayList<>();
    private final MoveStock moveStock = new MoveStock(movements -> {
        calls.add(movements.size());
        return ledger.move(movements);
    }, pauses::add);

    /// Requirement 1.
    @Test
    void oneCallMovesABatch() {
        settle(confirmed("a"), confirmed("b"));

        assertThat(calls).containsExactly(2);
    }

    /// Requirement 2.
    @Test
    void theNewestOfSeveralEventsIsMovedAtOnceInWhateverOrderTheyCome() {
        Order cancelled = cancelled(confirmed("a"));
        ledger.put(cancelled);

        assertThat(moveStock.settle(List.of(confirmed("a"), cancelled))).isEmpty();
        ledger.put(cancelled);
        assertThat(moveStock.settle(List.of(cancelled, confirmed("a")))).isEmpty();

        assertThat(calls).containsExactly(1, 1);
    }

    /// Requirement 2.
    @Test
    void ofTwoViewsOfOneVersionTheLaterCounts() {
        Order order = confirmed("a");

        assertThat(moveStock.settle(List.of(order, marked(order, StockState.SOLD)))).isEmpty();
        assertThat(calls).isEmpty();
    }

    /// Requirement 4.
    @Test
    void anOrderThatCannotBeMovedIsTriedOnce() {
        assertThat(moveStock.settle(List.of(confirmed("unknown")))).containsExactly("unknown");

        assertThat(calls).containsExactly(1);
        assertThat(pauses).isEmpty();
    }

    /// Requirement 4.
    @Test
    void itIsFoundAmongOthersByHalves() {
        Order unknown = confirmed("unknown");
        settle(confirmed("a"), confirmed("b"), confirmed("c"), unknown);

        assertThat(calls).containsExactly(4, 2, 2, 1, 1);
        assertThat(ledger.stock("gpu").sold()).isEqualTo(3);
    }

    /// Requirement 3.
    @Test
    void aCallThatFailedIsNotMadeAgain() {
        MoveStock failing = new MoveStock(movements -> {
            calls.add(movements.size());
            throw new IllegalStateException("the network is down");
        }, pauses::add);

        assertThat(failing.settle(List.of(confirmed("a"), confirmed("b")))).containsExactlyInAnyOrder("a", "b");
        assertThat(calls).containsExactly(2);
    }

    /// Requirement 3.
    @Test
    void aContendedFoldIsTriedEightTimesWithAPauseBetweenTwo() {
        MoveStock busy = new MoveStock(movements -> {
            calls.add(movements.size());
            return new Busy();
        }, pauses::add);

        assertThat(busy.settle(List.of(confirmed("a")))).isEqualTo(Undone.notNow(List.of("a")));
        assertThat(calls).hasSize(8);
        assertThat(pauses).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    /// Requirement 3.
    @Test
    void aLedgerThatGivesNoAnswerIsLeftAloneAndItsOrdersArePutOff() {
        MoveStock slow = new MoveStock(movements -> {
            calls.add(movements.size());
            return new Unanswered();
        }, pauses::add);
        Order cancelled = Sample.cancelled(reserved("b", line("gpu", 1)));

        assertThat(slow.settle(List.of(confirmed("a"), cancelled))).isEqualTo(Undone.notNow(List.of("a", "b")));
        assertThat(calls).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    private void settle(Order... seen) {
        ledger.put(new Stock("gpu", 0, seen.length, 0));
        for (Order order : seen) {
            if (!order.orderId().equals("unknown")) {
                ledger.put(order);
            }
        }
        moveStock.settle(List.of(seen));
    }

    private Order confirmed(String orderId) {
        ledger.put(new Stock("gpu", 0, 9, 0));
        return Sample.confirmed(reserved(orderId, line("gpu", 1)));
    }
}
