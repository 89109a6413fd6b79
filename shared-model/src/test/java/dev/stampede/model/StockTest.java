package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.OrderLine.SaleUnits;
import dev.stampede.model.StockMove.InSale;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StockTest {

    @Test
    void linesOfOneSkuMoveTogetherInTheOrderOfTheSkus() {
        SortedMap<String, StockMove> moves = StockMove.sum(Stream.of(line("b", 3), line("a", 1), line("b", 4)));

        assertThat(moves.keySet()).containsExactly("a", "b");
        assertThat(moves.get("a")).isEqualTo(new StockMove("a", 1, new TreeMap<>()));
        assertThat(moves.get("b")).isEqualTo(new StockMove("b", 7, new TreeMap<>()));
    }

    @Test
    void unitsCountInTheSaleTheyAreBoughtIn() {
        StockMove move = StockMove.sum(Stream.of(
                inSale("a", 2, "flash", 50), line("a", 5), inSale("a", 3, "flash", 50), inSale("a", 1, "late", 9)))
                .get("a");

        assertThat(move.units()).isEqualTo(11);
        assertThat(move.sales()).isEqualTo(Map.of("flash", new InSale(5, 50), "late", new InSale(1, 9)));
    }

    @Test
    void ofTwoCapsOfOneSaleTheLowerOneHolds() {
        assertThat(StockMove.sum(Stream.of(inSale("a", 1, "flash", 50), inSale("a", 1, "flash", 40))).get("a").sales())
                .containsEntry("flash", new InSale(2, 40));
        assertThat(StockMove.sum(Stream.of(inSale("a", 1, "flash", 40), inSale("a", 1, "flash", 50))).get("a").sales())
                .containsEntry("flash", new InSale(2, 40));
    }

    @Test
    void noLinesMoveNothing() {
        assertThat(StockMove.sum(Stream.of())).isEmpty();
        assertThatThrownBy(() -> new StockMove("a", 0, new TreeMap<>())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMoveIsNotChangedFromOutside() {
        SortedMap<String, InSale> sales = new TreeMap<>(Map.of("flash", new InSale(1, 2)));
        StockMove move = new StockMove("a", 1, sales);
        sales.clear();

        assertThat(move.sales()).isNotEmpty();
        assertThatThrownBy(() -> move.sales().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aSaleHasNoMoreThanItsShareAndTheShelfHold() {
        Sale sale = new Sale("flash", Instant.EPOCH, Instant.MAX, Money.ofMinor(1), 50, Optional.empty());

        assertThat(Stock.of("a", 60).availableIn(sale)).isEqualTo(50);
        assertThat(Stock.of("a", 40).availableIn(sale)).isEqualTo(40);
        assertThat(new Stock("a", 60, 0, 0, Map.of("flash", 7L)).availableIn(sale)).isEqualTo(7);
        assertThat(new Stock("a", 60, 0, 0, Map.of("other", 7L)).availableIn(sale)).isEqualTo(50);
        assertThat(new Stock("a", 3, 0, 0, Map.of("flash", 7L)).availableIn(sale)).isEqualTo(3);
    }

    @Test
    void stockIsNeverNegativeAndItsTotalCountsAllOfIt() {
        assertThat(new Stock("a", 1, 20, 300).total()).isEqualTo(321);
        assertThat(new Stock("a", 0, 0, 0).total()).isZero();
        assertThatThrownBy(() -> new Stock("a", -1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stock("a", 0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stock("a", 0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(StockState.class)
    void unitsAreGivenUpWhereTheCustomerHasThemNoMoreOrForNothing(StockState state) {
        assertThat(state.isGivenUp()).isEqualTo(
                !List.of(StockState.RESERVED, StockState.SOLD).contains(state));
    }

    @Test
    void eachSaleOfASkuHasALimitOfItsOwn() {
        assertThat(line("a", 1).limitScope()).isEqualTo("a");
        assertThat(inSale("a", 1, "flash", 50).limitScope()).isEqualTo("a@flash");
    }

    private static OrderLine line(String sku, int quantity) {
        return new OrderLine(sku, sku, Money.ofMinor(1), quantity);
    }

    private static OrderLine inSale(String sku, int quantity, String sale, long cap) {
        return new OrderLine(
                sku, sku, Money.ofMinor(1), quantity, Optional.of(2), Optional.of(new SaleUnits(sale, cap)));
    }
}
