package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.catalog.StockAdjustments.Outcome;
import dev.stampede.catalog.StockAdjustments.Outcome.Applied;
import dev.stampede.catalog.StockAdjustments.Outcome.AppliedBefore;
import dev.stampede.catalog.StockAdjustments.Outcome.Busy;
import dev.stampede.catalog.StockAdjustments.Outcome.PreconditionFailed;
import dev.stampede.model.Stock;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import dev.stampede.testing.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbStockAdjustmentsContractTest {

    private final Tables tables;
    private final StockAdjustments books;
    private final String sku = Sample.id();
    private final Stock before = new Stock(sku, 10, 3, 2, Map.of("spring", 4L));

    DynamoDbStockAdjustmentsContractTest(Engine engine) {
        this.tables = engine.cloud().tables();
        this.books = new DynamoDbStockAdjustments(engine.cloud().dynamoDb(), Cloud.STOCK, "StockAdjustments");
        tables.put(before);
    }

    @Test
    void unitsComeAndGoBesideWhatIsReservedAndSold() {
        assertThat(books.book(change("k1", -10))).isEqualTo(new Applied());
        assertThat(books.book(change("k2", 7))).isEqualTo(new Applied());
        assertThat(books.book(level("k3", 7, 9))).isEqualTo(new Applied());

        assertThat(books.stock(sku)).contains(new Stock(sku, 9, 3, 2, Map.of("spring", 4L)));
    }

    @Test
    void whatDoesNotFitLeavesNeitherChangeNorEntry() {
        assertThat(books.book(change("k1", -11))).isEqualTo(new PreconditionFailed(Optional.of(before)));
        assertThat(books.book(level("k1", 9, 20))).isEqualTo(new PreconditionFailed(Optional.of(before)));

        assertThat(books.stock(sku)).contains(before);
        assertThat(books.book(change("k1", -1))).isEqualTo(new Applied());
    }

    @Test
    void oneKeyBooksOnce() {
        StockAdjustment first = change("k1", 5);
        books.book(first);

        assertThat(books.book(first)).isEqualTo(new AppliedBefore(first));
        assertThat(books.book(level("k1", 99, 7))).isEqualTo(new AppliedBefore(first));
        assertThat(books.stock(sku).orElseThrow().available()).isEqualTo(15);
    }

    @Test
    void ofOneRequestThatComesEightTimesAtOnceOneIsBooked() {
        List<Outcome> outcomes = Race.of(8, () -> books.book(change("k1", 5)));

        assertThat(outcomes).containsOnlyOnce(new Applied());
        assertThat(outcomes).allMatch(
                outcome -> outcome instanceof Applied || outcome instanceof AppliedBefore || outcome instanceof Busy);
        assertThat(books.stock(sku).orElseThrow().available()).isEqualTo(15);
    }

    @Test
    void unitsTakenAwayAtOnceAreNeverMoreThanThereAre() {
        List<Callable<Outcome>> calls = IntStream.range(0, 8)
                .<Callable<Outcome>>mapToObj(i -> () -> books.book(change("k" + i, -3)))
                .toList();

        long booked = Race.of(calls).stream().filter(Applied.class::isInstance).count();

        assertThat(booked).isBetween(1L, 3L);
        assertThat(books.stock(sku).orElseThrow().available()).isEqualTo(10 - 3 * booked);
    }

    @Test
    void theFirstUnitsMakeTheStock() {
        String fresh = Sample.id();
        StockAdjustment first = new StockAdjustment(fresh, "k1", 6, Optional.of(6L), "First.", Sample.NOON, "staff");

        assertThat(books.stock(fresh)).isEmpty();
        assertThat(books.book(first)).isEqualTo(new PreconditionFailed(Optional.empty()));
        assertThat(books.open(first)).isTrue();
        assertThat(books.open(first)).isFalse();
        assertThat(books.book(first)).isEqualTo(new AppliedBefore(first));
        assertThat(books.stock(fresh)).contains(Stock.of(fresh, 6));
    }

    @Test
    void entriesAreReadTheNewestFirst() {
        List<StockAdjustment> entries = IntStream.range(0, 4)
                .mapToObj(i -> new StockAdjustment(sku, "k" + (9 - i), i + 1, Optional.empty(), "Größe " + i,
                        Sample.NOON.plusSeconds(i), "staff"))
                .toList();
        entries.forEach(books::book);

        assertThat(books.newest(sku, 3)).containsExactly(entries.get(3), entries.get(2), entries.get(1));
        assertThat(books.newest(Sample.id(), 3)).isEmpty();
    }

    private StockAdjustment change(String key, long units) {
        return new StockAdjustment(sku, key, units, Optional.empty(), "Delivery.", Sample.NOON, "staff@example.com");
    }

    private StockAdjustment level(String key, long expected, long level) {
        return new StockAdjustment(
                sku, key, level - expected, Optional.of(level), "Count.", Sample.NOON, "staff@example.com");
    }
}
