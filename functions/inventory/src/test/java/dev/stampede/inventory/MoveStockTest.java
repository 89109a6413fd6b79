package dev.stampede.inventory;

import static dev.stampede.inventory.Sample.line;
import static dev.stampede.inventory.Sample.release;
import static dev.stampede.inventory.Sample.sale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.inventory.StockLedger.Outcome.Busy;
import dev.stampede.model.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The numbers are those of the package's requirements.
final class MoveStockTest {

    private final InMemoryStockLedger ledger = new InMemoryStockLedger();
    private final List<Integer> pauses = new ArrayList<>();
    private final MoveStock moveStock = new MoveStock(ledger, pauses::add);

    @Test
    void sellsABatchInOneTransaction_1() {
        record("a", "b", "c");
        ledger.reserved("gpu", 10);
        ledger.reserved("cpu", 10);

        assertThat(moveStock.move(List.of(
                sale("a", line("gpu", 1)),
                sale("b", line("gpu", 2), line("cpu", 1)),
                sale("c", line("gpu", 3))))).isEmpty();

        assertThat(ledger.transactions()).containsExactly(3);
        assertThat(ledger.stock("gpu")).isEqualTo(new Stock("gpu", 0, 4, 6));
        assertThat(ledger.stock("cpu")).isEqualTo(new Stock("cpu", 0, 9, 1));
    }

    @Test
    void movesAnOrderOnceHoweverOftenItComes_2() {
        record("a", "b");
        ledger.reserved("gpu", 2);
        moveStock.move(List.of(sale("a", line("gpu", 1)), sale("a", line("gpu", 1))));

        assertThat(moveStock.move(List.of(sale("a", line("gpu", 1)), sale("b", line("gpu", 1))))).isEmpty();

        assertThat(ledger.stock("gpu")).isEqualTo(new Stock("gpu", 0, 0, 2));
        assertThat(pauses).isEmpty();
    }

    @Test
    void sellsAndReleasesOneSkuInTwoTransactions_5() {
        record("a", "b");
        ledger.reserved("gpu", 5);

        moveStock.move(List.of(sale("a", line("gpu", 2)), release("b", line("gpu", 3))));

        assertThat(ledger.transactions()).containsExactly(1, 1);
        assertThat(ledger.stock("gpu")).isEqualTo(new Stock("gpu", 3, 0, 2));
    }

    @Test
    void triesAgainWhenAnotherTransactionIsInTheWay_3() {
        record("a");
        ledger.reserved("gpu", 1);
        ledger.next(new Busy());
        ledger.next(new Busy());

        assertThat(moveStock.move(List.of(sale("a", line("gpu", 1))))).isEmpty();

        assertThat(pauses).containsExactly(0, 1);
        assertThat(ledger.stock("gpu").sold()).isEqualTo(1);
    }

    @Test
    void handsAFoldBackWhenItStaysContended_3() {
        record("a", "b");
        ledger.reserved("gpu", 2);
        IntStream.range(0, MoveStock.MAX_TRIES).forEach(_ -> ledger.next(new Busy()));

        assertThat(moveStock.move(List.of(sale("a", line("gpu", 1)), sale("b", line("gpu", 1)))))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(ledger.stock("gpu").reserved()).isEqualTo(2);
    }

    @Test
    void partsAnUnknownOrderFromItsNeighboursWhereverItStands_4() {
        for (int place = 0; place < 7; place++) {
            InMemoryStockLedger fresh = new InMemoryStockLedger();
            fresh.reserved("gpu", 7);
            List<Movement> batch = new ArrayList<>();
            for (int order = 0; order < 7; order++) {
                batch.add(sale("order-" + order, line("gpu", 1)));
                if (order != place) {
                    fresh.recorded("order-" + order);
                }
            }

            assertThat(new MoveStock(fresh, pauses::add).move(batch)).containsExactly("order-" + place);
            assertThat(fresh.stock("gpu").sold()).isEqualTo(6);
        }
    }

    @Test
    void handsAFoldBackWhenTheCallItselfFails_3() {
        StockLedger failing = (_, _) -> {
            throw new IllegalStateException("the network is down");
        };

        assertThat(new MoveStock(failing, pauses::add).move(List.of(sale("a", line("gpu", 1))))).containsExactly("a");
    }

    private void record(String... orderIds) {
        List.of(orderIds).forEach(ledger::recorded);
    }
}
