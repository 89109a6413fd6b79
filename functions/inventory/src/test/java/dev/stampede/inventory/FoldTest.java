package dev.stampede.inventory;

import static dev.stampede.inventory.Sample.line;
import static dev.stampede.inventory.Sample.sale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.OrderLine;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FoldTest {

    @Test
    void putsUpToFortyOrdersOfOneSkuTogether_1() {
        List<Movement> movements = IntStream.range(0, 95)
                .mapToObj(order -> sale("order-" + order, line("gpu", 1)))
                .toList();

        assertThat(Fold.split(movements)).extracting(List::size).containsExactly(40, 40, 15);
    }

    @Test
    void neverNeedsMoreThanAHundredActions_1() {
        List<Movement> movements = IntStream.range(0, 200)
                .mapToObj(order -> sale("order-" + order, IntStream.range(0, 20)
                        .mapToObj(item -> line("sku-" + (order * 7 + item * 13) % 300, 1))
                        .toArray(OrderLine[]::new)))
                .toList();

        List<List<Movement>> folds = Fold.split(movements);

        assertThat(folds).allSatisfy(fold ->
                assertThat(fold.size() + Fold.units(fold).size()).isBetween(2, Fold.MAX_ACTIONS));
        assertThat(folds.stream().flatMap(List::stream)).isEqualTo(movements);
    }

    @Test
    void sumsTheUnitsOfEachSku_1() {
        assertThat(Fold.units(List.of(sale("a", line("gpu", 2), line("cpu", 1)), sale("b", line("gpu", 10)))))
                .containsEntry("gpu", 12L)
                .containsEntry("cpu", 1L)
                .hasSize(2);
    }
}
