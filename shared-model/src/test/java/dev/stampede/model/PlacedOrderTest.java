package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.OrderLine.SaleUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bounds that records keep.
class PlacedOrderTest {

    @Test
    void anOrderNamesEachSkuOnce() {
        assertThatThrownBy(() -> Orders.placed(List.of(line("a", 1), line("a", 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrderHasOneToTwentyLines() {
        assertThat(Orders.placed(lines(1)).lines()).hasSize(1);
        assertThat(Orders.placed(lines(20)).lines()).hasSize(20);
        assertThatThrownBy(() -> Orders.placed(lines(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Orders.placed(lines(21))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsItemsAreAllUnitsOfAllLines() {
        assertThat(Orders.placed(List.of(line("a", 3), line("b", 4))).itemCount()).isEqualTo(7);
    }

    @Test
    void itsLinesCannotBeChangedAfterwards() {
        List<OrderLine> lines = new ArrayList<>(lines(2));
        PlacedOrder placed = Orders.placed(lines);
        lines.clear();

        assertThat(placed.lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 11, Integer.MAX_VALUE})
    void aLineIsOfOneToTenUnits(int quantity) {
        assertThatThrownBy(() -> line("a", quantity)).isInstanceOf(IllegalArgumentException.class);
        assertThat(line("a", 1).quantity() + line("a", 10).quantity()).isEqualTo(11);
    }

    @Test
    void aLineCostsItsUnits() {
        assertThat(new OrderLine("a", "A", Money.ofMinor(250), 4).total()).isEqualTo(Money.ofMinor(1000));
    }

    @Test
    void nobodyIsPaidForTakingUnits() {
        assertThatThrownBy(() -> new OrderLine("a", "A", Money.ofMinor(-1), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limitsAndSalesAreOfAtLeastOneUnit() {
        assertThatThrownBy(() -> new OrderLine("a", "A", Money.ofMinor(1), 1, Optional.of(0), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SaleUnits("s", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new OrderLine("a", "A", Money.ofMinor(1), 1, Optional.of(1), Optional.of(new SaleUnits("s", 1))))
                .isNotNull();
    }

    @Test
    void aNoteIsOfFiveHundredCharactersAtMost() {
        assertThat(entry("x".repeat(500)).note()).isPresent();
        assertThatThrownBy(() -> entry("x".repeat(501))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void aFraudScoreIsOfZeroToOneHundred(int score) {
        assertThatThrownBy(() -> new FraudCheck(FraudCheck.Decision.APPROVED, score, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new FraudCheck(FraudCheck.Decision.APPROVED, 0, List.of()).score()).isZero();
        assertThat(new FraudCheck(FraudCheck.Decision.APPROVED, 100, List.of()).score()).isEqualTo(100);
    }

    private static HistoryEntry entry(String note) {
        return new HistoryEntry(EventType.ORDER_SHIPPED, 1, OrderStatus.SHIPPED, Orders.LATER, "staff:x",
                Optional.empty(), Optional.of(note), Optional.empty());
    }

    private static List<OrderLine> lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> line("sku-" + i, 1)).toList();
    }

    private static OrderLine line(String sku, int quantity) {
        return new OrderLine(sku, sku, Money.ofMinor(1), quantity);
    }
}
