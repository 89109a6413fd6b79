package dev.stampede.inventory;

import static dev.stampede.inventory.Sample.cancelled;
import static dev.stampede.inventory.Sample.inSale;
import static dev.stampede.inventory.Sample.line;
import static dev.stampede.inventory.Sample.release;
import static dev.stampede.inventory.Sample.reserved;
import static dev.stampede.inventory.Sample.sale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.lambda.Packing;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.StockMove;
import dev.stampede.model.StockMove.InSale;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FoldTest {

    /// Requirement 1.
    @Test
    void putsUpToFortyOrdersOfOneSkuTogether() {
        List<Movement> movements = IntStream.range(0, 95)
                .mapToObj(order -> sale("order-" + order, line("gpu", 1)))
                .toList();

        assertThat(Fold.split(movements)).extracting(List::size).containsExactly(40, 40, 15);
    }

    /// Requirement 5.
    @Test
    void keepsEachWayApart() {
        Movement one = sale("a", line("gpu", 1));
        Movement other = release("b", line("gpu", 1));
        Movement again = sale("c", line("gpu", 1));

        assertThat(Fold.split(List.of(one, other, again))).containsExactly(List.of(one, again), List.of(other));
    }

    /// Requirement 1.
    @Test
    void neverNeedsMoreThanAHundredActions() {
        List<Movement> movements = IntStream.range(0, 200)
                .mapToObj(order -> release("order-" + order, IntStream.range(0, 20)
                        .mapToObj(item -> inSale("sku-" + (order * 7 + item * 13) % 300, 1))
                        .toArray(OrderLine[]::new)))
                .toList();

        List<List<Movement>> folds = Fold.split(movements);

        assertThat(folds)
                .allSatisfy(fold -> assertThat(fold.size() + Fold.units(fold).size() + Fold.limits(fold).size())
                        .isBetween(3, Packing.MAX_ITEMS));
        assertThat(folds.stream().flatMap(List::stream)).isEqualTo(movements);
    }

    /// Requirement 1.
    @Test
    void fillsATransactionToItsLastAction() {
        List<Movement> movements = IntStream.range(0, 10)
                .mapToObj(order -> sale("order-" + order, IntStream.range(0, 19)
                        .mapToObj(item -> line("sku-" + order + "-" + item, 1))
                        .toArray(OrderLine[]::new)))
                .toList();

        assertThat(Fold.split(movements)).extracting(List::size).containsExactly(5, 5);
    }

    /// Requirement 1.
    @Test
    void sumsTheUnitsOfEachSkuAndOfEachSaleOfIt() {
        assertThat(Fold.units(List.of(
                release("a", inSale("gpu", 2), line("cpu", 1)),
                release("b", line("gpu", 10)),
                release("c", inSale("gpu", 3)))))
                .containsEntry("gpu", new StockMove("gpu", 15, new TreeMap<>(Map.of("drop", new InSale(5, 50)))))
                .containsEntry("cpu", new StockMove("cpu", 1, new TreeMap<>()))
                .hasSize(2);
    }

    /// Requirement 1.
    @Test
    void freesALimitOnlyWhenUnitsAreGivenUp() {
        assertThat(Fold.limits(List.of(sale("a", inSale("gpu", 2))))).isEmpty();
        assertThat(Fold.limits(List.of(
                release("a", inSale("gpu", 2), line("cpu", 1)),
                release("b", inSale("gpu", 3)))).values())
                .containsExactly(5L);
    }

    /// Requirement 1.
    @Test
    void whatAnOwnerGivesUpComesOffTheOwnersCountAndNotOffAStrangers() {
        Order strangers = cancelled(reserved("a", inSale("gpu", 2)));
        PlacedOrder placed = strangers.placed();
        PlacedOrder owners = new PlacedOrder("b", placed.customer().asProven(), placed.lines(), placed.paymentToken(),
                placed.fingerprint(), placed.traceparent(), placed.placedAt());
        Movement owner =
                Movement.of(cancelled(Order.reserved(owners, Sample.NOW, Duration.ofMinutes(15)))).orElseThrow();

        assertThat(Fold.limits(List.of(Movement.of(strangers).orElseThrow(), owner))).containsOnly(
                Map.entry(PurchaseCounter.of(placed.customer(), placed.lines().getFirst()), 2L),
                Map.entry(PurchaseCounter.of(owners.customer(), owners.lines().getFirst()), 2L))
                .hasSize(2);
    }
}
