package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.catalog.Requests.Answer;
import dev.stampede.model.ForSale;
import dev.stampede.model.Stock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requirement 18: a sale of 2 units that runs for twelve hours from 09:00, and is sold out in its first.
class SaleOnceTest {

    private static final String HUB = """
            {"name":"USB-C Hub","description":"","category":"accessories","price":39.90,"sale":{"id":"launch",
             "startsAt":"2026-01-02T09:00:00Z","endsAt":"2026-01-02T21:00:00Z","price":29.9,"units":2}}""";
    private static final String WITHOUT = HUB.replaceAll("(?s),\"sale\":.*", "}");

    private final SteppedClock clock = new SteppedClock();
    private final Map<String, Stock> stock = new HashMap<>();
    private final InMemoryProductLedger ledger = new InMemoryProductLedger(stock);
    private final CreateProductHandler create = new CreateProductHandler(ledger, _ -> stock, clock);
    private final UpdateProductHandler update = new UpdateProductHandler(ledger, _ -> stock, clock);
    private final DeleteProductHandler delete = new DeleteProductHandler(ledger, clock);

    @BeforeEach
    void sellOut() {
        assertThat(created(HUB).status()).isEqualTo(201);
        at("2026-01-02T10:00:00Z");
        stock.put("hub", new Stock("hub", 47, 0, 2, Map.of("launch", 0L)));
    }

    @Test
    void aSaleThatWasTakenOffDoesNotComeBackWithOtherUnits() {
        assertThat(put(WITHOUT).status()).isEqualTo(200);

        assertRefused(put(HUB.replace("\"units\":2", "\"units\":30")), "sale.id");
        assertRefused(put(HUB), "sale.id");
        assertThat(put(HUB.replace("launch", "launch-2").replace("\"units\":2", "\"units\":30")).status())
                .isEqualTo(200);
    }

    /// Its first orders wait in the queue and will be counted by its units, though nothing is counted yet.
    @Test
    void aSaleThatWasTakenOffBeforeItsFirstOrderWasRecordedDoesNotComeBackEither() {
        stock.put("hub", Stock.of("hub", 49));

        assertThat(put(WITHOUT).status()).isEqualTo(200);
        assertRefused(put(HUB.replace("\"units\":2", "\"units\":30")), "sale.id");

        // Another sale in its place takes it off as well.
        assertThat(put(HUB.replace("launch", "late")).status()).isEqualTo(200);
        assertThat(put(HUB.replace("launch", "later")).status()).isEqualTo(200);
        assertRefused(put(HUB.replace("launch", "late")), "sale.id");
        assertThat(stock.get("hub").saleUnitsLeft()).isEqualTo(Map.of("launch", 2L, "late", 2L));
    }

    @Test
    void aSaleThatGoesWithItsProductBeforeItsFirstOrderWasRecordedDoesNotComeBackEither() {
        stock.put("hub", Stock.of("hub", 49));

        assertThat(deleted().status()).isEqualTo(204);

        assertRefused(created(HUB), "sale.id");
    }

    @Test
    void aSaleThatHasNotStartedMayBeTakenOffAndComeBack() {
        stock.clear();
        assertThat(put(HUB.replace("launch", "next").replace("2026-01-02", "2026-01-05")).status()).isEqualTo(200);
        String next = HUB.replace("launch", "next").replace("2026-01-02", "2026-01-05");

        assertThat(put(WITHOUT).status()).isEqualTo(200);
        assertThat(put(next.replace("\"units\":2", "\"units\":30")).status()).isEqualTo(200);
        assertThat(stock.get("hub").saleUnitsLeft()).containsOnlyKeys("launch");
    }

    /// Requirement 20.
    @Test
    void aProductThatWasDeletedIsSoldToNobodyWhoOrdersItAfterThatUntilItIsMadeAnew() {
        Instant deletion = clock.instant();
        assertThat(deleted().status()).isEqualTo(204);
        assertThat(stock.get("hub").forSale().covers(deletion.minusMillis(1))).isTrue();
        assertThat(stock.get("hub").forSale().covers(deletion)).isFalse();
        assertThat(stock.get("hub").available()).as("they stay").isEqualTo(47);

        clock.advance(Duration.ofSeconds(1));
        assertThat(created(WITHOUT).status()).isEqualTo(201);

        assertThat(stock.get("hub").forSale()).isEqualTo(ForSale.since(deletion.plusSeconds(1)));
    }

    @Test
    void whatMeetsOrdersAtTheStockEveryTimeIsToBeTriedAgain() {
        ledger.busy = true;

        Answer refused = deleted();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.errorCode()).isEqualTo("BUSY");
        assertThat(refused.header("retry-after")).isEqualTo("1");
        assertThat(ledger.products).containsKey("hub");
    }

    @Test
    void aSaleThatRunsIsNotPutOffAndGetsNoOtherUnits() {
        assertRefused(put(starting("2026-01-02T12:00:00Z")), "sale.startsAt");
        assertRefused(put(HUB.replace("\"units\":2", "\"units\":30")), "sale.units");
        assertThat(put(HUB.replace("29.9", "19.9").replace("T21", "T23")).status()).isEqualTo(200);
    }

    @Test
    void aSaleThatIsOverDoesNotBeginAgainUnderItsId() {
        at("2026-01-03T00:00:00Z");

        assertRefused(put(HUB.replace("T21", "T22").replace("2026-01-02T22", "2026-01-04T22")), "sale.endsAt");
        assertRefused(put(HUB.replace("2026-01-02", "2026-01-05")), "sale.startsAt");
        // As it was it may stay: the next save of another field brings it along.
        assertThat(put(HUB.replace("USB-C", "USB")).status()).isEqualTo(200);
    }

    @Test
    void aProductMadeAnewDoesNotGetTheSaleAgain() {
        ledger.products.clear();

        assertRefused(created(HUB), "sale.id");
        assertThat(created(HUB.replace("launch", "launch-2")).status()).isEqualTo(201);
    }

    /// Orders of the last moments may go by the units that were known before.
    @Test
    void aSaleIsAsGoodAsStartedSomeSecondsBefore() {
        ledger.products.clear();
        stock.clear();
        created(HUB.replace("2026-01-02", "2026-01-05"));
        UnaryOperator<String> more =
                it -> it.replace("2026-01-02", "2026-01-05").replace("\"units\":2", "\"units\":30");
        at("2026-01-05T08:59:55.001Z");
        assertRefused(put(more.apply(HUB)), "sale.units");
        clock.advance(Duration.ofMillis(-2));
        assertThat(put(more.apply(HUB)).status()).isEqualTo(200);
    }

    @Test
    void theSalesThatOneStockItemCountsAreBounded() {
        Map<String, Long> sales = new HashMap<>();
        for (int i = 0; i < SaleChange.MAX_SALES; i++) {
            sales.put("sale-" + i, 0L);
        }
        stock.put("hub", new Stock("hub", 47, 0, 2, sales));

        Answer refused = put(HUB.replace("launch", "one-more"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo("TOO_MANY_SALES");
    }

    /// Requirement 19.
    @Test
    void noVersionOfAProductThatWasDeletedComesAgain() {
        String seen = tag();
        ledger.products.clear();
        clock.advance(Duration.ofSeconds(1));
        created(WITHOUT);

        Answer late = Requests.staff(update, "hub", Map.of("if-match", seen), WITHOUT.replace("39.90", "1.00"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(ledger.products.get("hub").price().minorUnits()).isEqualTo(3_990);
    }

    /// Requirement 19.
    @Test
    void whoMakesAProductAnewIsToldTheUnitsThatAreLeftOfIt() {
        ledger.products.clear();

        assertThat(created(WITHOUT).data().fields()).containsEntry("stock", 47L);
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).as(field).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("SALE_STARTED");
        assertThat(answer.faults()).containsExactly(field + " SALE_STARTED");
    }

    private static String starting(String moment) {
        return HUB.replace("2026-01-02T09:00:00Z", moment);
    }

    private void at(String moment) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(moment)));
    }

    private Answer created(String description) {
        return Requests.staff(create, "", Map.of(), description.replaceFirst("\\{", "{\"id\":\"hub\","));
    }

    private Answer deleted() {
        return Requests.staff(delete, "hub", Map.of("if-match", tag()), "");
    }

    private Answer put(String description) {
        return Requests.staff(update, "hub", Map.of("if-match", tag()), description);
    }

    private String tag() {
        return "\"" + ledger.products.get("hub").version() + "\"";
    }
}
