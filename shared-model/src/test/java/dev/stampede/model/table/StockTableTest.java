package dev.stampede.model.table;

import static dev.stampede.model.table.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.ForSale;
import dev.stampede.model.Stock;
import dev.stampede.model.StockMove;
import dev.stampede.model.StockMove.InSale;
import dev.stampede.model.StockState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The expressions; that the engine takes them so is in the adapters' contracts.
class StockTableTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOON.plusMillis(7);
    private static final String SOLD = "(attribute_not_exists(soldSince) OR soldSince <= :first)"
            + " AND (attribute_not_exists(soldUntil) OR soldUntil > :last)";
    private static final StockMove PLAIN = new StockMove("gpu", 7, new TreeMap<>());
    private static final StockMove IN_SALES = new StockMove("gpu", 7,
            new TreeMap<>(Map.of("flash", new InSale(3, 50), "late", new InSale(2, 2))));

    @Test
    void stockLosesNothingInTheTable() {
        Stock stock = new Stock("gpu", 1, 2, 3, Map.of("flash", 0L, "a.b_c-d", 9L));

        assertThat(StockTable.fromItem(StockTable.toItem(stock))).isEqualTo(stock);
        assertThat(StockTable.toItem(stock)).containsAllEntriesOf(StockTable.key("gpu"));
    }

    @Test
    void whenAProductIsForSaleIsKeptWhereTheStaffMadeOrDeletedIt() {
        for (ForSale forSale : List.of(ForSale.since(NOON), new ForSale(NOON, LATER),
                new ForSale(Instant.EPOCH, LATER))) {
            Stock stock = new Stock("gpu", 1, 2, 3, Map.of("flash", 0L), forSale);

            assertThat(StockTable.fromItem(StockTable.toItem(stock))).isEqualTo(stock);
        }
        assertThat(StockTable.toItem(Stock.of("gpu", 1))).doesNotContainKeys("soldSince", "soldUntil");
    }

    @Test
    void stockWithoutOptionalAttributesHasSoldNothingInASale() {
        assertThat(StockTable.fromItem(MinimalRecords.stockItem())).isEqualTo(new Stock("rtx-4090", 7, 2, 1));
    }

    @Test
    void unitsAreReservedOnlyWhileThereAreAsMany() {
        ConditionalUpdate update = StockTable.reserve(PLAIN, NOON, LATER);

        assertThat(update.update()).isEqualTo("SET #from = #from - :units, #to = #to + :units");
        assertThat(update.condition()).isEqualTo("#from >= :units AND " + SOLD);
        assertThat(update.names()).isEqualTo(Map.of("#from", "available", "#to", "reserved"));
        assertThat(update.values()).isEqualTo(Map.of(":units", number(7), ":first", number(NOON.toEpochMilli()),
                ":last", number(LATER.toEpochMilli())));
    }

    @Test
    void unitsComeWhateverTheLevelAndGoOnlyWhileThereAreAsMany() {
        ConditionalUpdate go = StockTable.adjust("gpu", -7);
        ConditionalUpdate come = StockTable.adjust("gpu", 7);

        assertThat(go.key()).isEqualTo(StockTable.key("gpu"));
        assertThat(go.update()).isEqualTo("SET available = available + :units");
        assertThat(go.condition()).isEqualTo("available >= :least");
        assertThat(go.values()).isEqualTo(Map.of(":units", number(-7), ":least", number(7)));
        assertThat(come.values()).isEqualTo(Map.of(":units", number(7), ":least", number(0)));
    }

    @Test
    void aLevelIsSetOnlyWhereItIsAsExpected() {
        ConditionalUpdate set = StockTable.set("gpu", 3, 9);

        assertThat(set.key()).isEqualTo(StockTable.key("gpu"));
        assertThat(set.update()).isEqualTo("SET available = :available");
        assertThat(set.condition()).isEqualTo("available = :expected");
        assertThat(set.values()).isEqualTo(Map.of(":available", number(9), ":expected", number(3)));
    }

    @Test
    void unitsOfASaleAreTakenOutOfItsShareInTheSameWrite() {
        ConditionalUpdate update = StockTable.reserve(IN_SALES, NOON, LATER);

        assertThat(update.update()).isEqualTo("SET #from = #from - :units, #to = #to + :units,"
                + " #sale2 = if_not_exists(#sale2, :cap2) - :in2, #sale3 = if_not_exists(#sale3, :cap3) - :in3");
        assertThat(update.condition()).isEqualTo("#from >= :units AND " + SOLD
                + " AND (attribute_not_exists(#sale2) OR #sale2 >= :in2) AND (attribute_not_exists(#sale3) OR #sale3 >= :in3)");
        assertThat(update.names()).containsEntry("#sale2", "sale#flash").containsEntry("#sale3", "sale#late");
        assertThat(update.values()).containsEntry(":cap2", number(50)).containsEntry(":in2", number(3))
                .containsEntry(":cap3", number(2)).containsEntry(":in3", number(2));
    }

    @Test
    void moreThanASaleEverHadIsABug() {
        StockMove tooMany = new StockMove("gpu", 3, new TreeMap<>(Map.of("flash", new InSale(3, 2))));

        assertThatThrownBy(() -> StockTable.reserve(tooMany, NOON, LATER)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RESERVED, SOLD,      reserved, sold",
        "RESERVED, RELEASED,  reserved, available",
        "SOLD,     RELEASED,  sold,     available",
        "SOLD,     RESTOCKED, sold,     available",
        "RESERVED, WRITTEN_OFF, reserved, sold",
    })
    void unitsMoveBetweenTheColumnsOfTheirStates(StockState from, StockState to, String source, String target) {
        ConditionalUpdate update = StockTable.move(PLAIN, from, to).orElseThrow();

        assertThat(update.names()).isEqualTo(Map.of("#from", source, "#to", target));
        assertThat(update.condition()).isEqualTo("#from >= :units");
    }

    @Test
    void unitsThatStaySoldDoNotMove() {
        assertThat(StockTable.move(PLAIN, StockState.SOLD, StockState.WRITTEN_OFF)).isEmpty();
    }

    @Test
    void unitsThatBecomeAvailableGoBackToTheirSale() {
        ConditionalUpdate back = StockTable.move(IN_SALES, StockState.SOLD, StockState.RESTOCKED).orElseThrow();
        assertThat(back.update()).endsWith(
                "#sale2 = if_not_exists(#sale2, :none) + :in2, #sale3 = if_not_exists(#sale3, :none) + :in3");
        assertThat(back.values()).containsEntry(":in2", number(3)).containsEntry(":in3", number(2))
                .containsEntry(":none", number(0));

        assertThat(StockTable.move(IN_SALES, StockState.RESERVED, StockState.SOLD).orElseThrow().update())
                .doesNotContain("sale");
    }

    @ParameterizedTest
    @EnumSource(StockState.class)
    void anOrderThatNeverHadUnitsHasNoneToMove(StockState other) {
        assertThatThrownBy(() -> StockTable.move(PLAIN, StockState.NONE, other))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StockTable.move(PLAIN, other, StockState.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
