package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.catalog.Requests.Answer;
import dev.stampede.model.Stock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockHandlersTest {

    private final SteppedClock clock = new SteppedClock();
    private final Shelf shelf = Shelf.stocked();
    private final InMemoryStockAdjustments books = new InMemoryStockAdjustments();
    private final SetStockHandler setStock = new SetStockHandler(new SetStock(shelf, books, _ -> {}, clock));
    private final GetStockHandler getStock = new GetStockHandler(shelf, books);

    StockHandlersTest() {
        books.stock.put("headset", new Stock("headset", 10, 3, 2));
    }

    @Test
    void unitsComeAndGoWhateverTheLevel() {
        Answer answer = set("headset", "k1", "{\"adjust\":-4,\"reason\":\"Water damage.\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().fields()).isEqualTo(
                Map.of("sku", "headset", "available", 6L, "reserved", 3L, "sold", 2L));
        assertThat(set("headset", "k2", "{\"adjust\":40,\"reason\":\"Delivery.\"}").data().number("available"))
                .isEqualTo(46);
    }

    @Test
    void aLevelIsSetWhereItIsAsExpected() {
        assertThat(set("headset", "k1", "{\"available\":25,\"expected\":10,\"reason\":\"Count.\"}").data()
                .number("available"))
                .isEqualTo(25);
        assertThat(set("headset", "k2", "{\"available\":0,\"expected\":25,\"reason\":\"Count.\"}").data()
                .number("available"))
                .isZero();
    }

    /// Requirement 13.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"available\":25,\"expected\":11,\"reason\":\"r\"} | STOCK_CHANGED",
        "{\"adjust\":-11,\"reason\":\"r\"} | STOCK_TOO_LOW"})
    void aChangeThatDoesNotFitIsRefusedWithTheTrueNumber(String body, String code) {
        Answer answer = set("headset", "k1", body);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.body().object("error").objects("details").getFirst().fields())
                .containsEntry("message", "10 units are available")
                .containsEntry("value", 10L);
        assertThat(books.stock.get("headset").available()).isEqualTo(10);
        assertThat(books.entries).isEmpty();
    }

    /// Requirement 12.
    @Test
    void oneKeyChangesOnce() {
        String body = "{\"adjust\":5,\"reason\":\"Delivery.\"}";
        set("headset", "k1", body);
        set("headset", "k2", body);

        Answer replayed = set("headset", "\"k1\"", body);

        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(replayed.data().number("available")).isEqualTo(20);
        assertThat(books.entries).hasSize(2);
    }

    /// Requirement 12.
    @ParameterizedTest
    @ValueSource(strings = {
        "{\"adjust\":6,\"reason\":\"Delivery.\"}",
        "{\"adjust\":5,\"reason\":\"Another.\"}",
        "{\"available\":15,\"expected\":10,\"reason\":\"Delivery.\"}"})
    void aKeyThatChangedSomethingElseIsRefused(String other) {
        set("headset", "k1", "{\"adjust\":5,\"reason\":\"Delivery.\"}");

        Answer answer = set("headset", "k1", other);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(books.stock.get("headset").available()).isEqualTo(15);
    }

    @Test
    void whatWasRefusedDidNotUseItsKey() {
        set("headset", "k1", "{\"adjust\":-11,\"reason\":\"r\"}");

        assertThat(set("headset", "k1", "{\"adjust\":-10,\"reason\":\"r\"}").status()).isEqualTo(200);
    }

    @Test
    void theFirstUnitsOfAProductMakeItsStock() {
        assertThat(set("arc-770", "k1", "{\"available\":7,\"expected\":0,\"reason\":\"First.\"}").data()
                .number("available")).isEqualTo(7);
        assertThat(set("speakers", "k1", "{\"adjust\":3,\"reason\":\"First.\"}").data().number("available"))
                .isEqualTo(3);
        assertThat(set("rtx-4090", "k1", "{\"available\":7,\"expected\":1,\"reason\":\"r\"}").errorCode())
                .isEqualTo("STOCK_CHANGED");
        assertThat(set("rtx-4090", "k1", "{\"adjust\":-1,\"reason\":\"r\"}").errorCode()).isEqualTo("STOCK_TOO_LOW");
        assertThat(books.stock).doesNotContainKey("rtx-4090");
    }

    @Test
    void whereSomebodyElseBroughtTheFirstUnitsTheChangeIsMadeOnTop() {
        books.beforeOpen = () -> books.stock.put("arc-770", Stock.of("arc-770", 4));

        assertThat(set("arc-770", "k1", "{\"adjust\":3,\"reason\":\"r\"}").data().number("available")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "UPPER", "", "../x"})
    void whatIsNoProductHasNoStock(String id) {
        assertThat(set(id, "k1", "{\"adjust\":3,\"reason\":\"r\"}").status()).isEqualTo(404);
        assertThat(get(id).errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(books.stock).containsOnlyKeys("headset");
    }

    @Test
    void aBusyStockIsTriedAgainAndThenLaterByWhoAsked() {
        books.busy = 5;
        assertThat(set("headset", "k1", "{\"adjust\":1,\"reason\":\"r\"}").status()).isEqualTo(200);

        books.busy = 6;
        Answer answer = set("headset", "k2", "{\"adjust\":1,\"reason\":\"r\"}");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("retry-after", "1");
        assertThat(books.stock.get("headset").available()).isEqualTo(11);
    }

    /// Requirement 10.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{} | reason REQUIRED,available REQUIRED,expected REQUIRED",
        "{\"adjust\":1,\"available\":1,\"reason\":\"r\"} | adjust INVALID_VALUE",
        "{\"adjust\":0,\"reason\":\"r\"} | adjust INVALID_VALUE",
        "{\"adjust\":1.5,\"reason\":\"r\"} | adjust WRONG_TYPE",
        "{\"adjust\":-9223372036854775808,\"reason\":\"r\"} | adjust INVALID_VALUE",
        "{\"adjust\":1000001,\"reason\":\"r\"} | adjust INVALID_VALUE",
        "{\"available\":-1,\"expected\":0,\"reason\":\"r\"} | available INVALID_VALUE",
        "{\"available\":1,\"expected\":-1,\"reason\":\"r\"} | expected INVALID_VALUE",
        "{\"adjust\":1,\"reason\":\" \"} | reason INVALID_VALUE",
        "{\"adjust\":1,\"reason\":\"\\u00A0\"} | reason INVALID_VALUE",
        "{\"adjust\":1,\"reason\":\"r\",\"sold\":1} | sold UNKNOWN_FIELD"})
    void aFaultIsNamedByItsFieldAndNothingIsChanged(String body, String faults) {
        assertThat(set("headset", "k1", body).faults()).containsExactlyInAnyOrder(faults.split(","));
        assertThat(books.entries).isEmpty();
    }

    @Test
    void withoutAKeyNothingIsChanged() {
        String body = "{\"adjust\":1,\"reason\":\"r\"}";

        assertThat(Requests.staff(setStock, "headset", Map.of(), body).errorCode())
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(set("headset", "a b", body).errorCode()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
        assertThat(books.entries).isEmpty();
    }

    @Test
    void theStaffSeesWhoChangedWhatAndWhyTheNewestFirst() {
        set("headset", "k1", "{\"adjust\":5,\"reason\":\"Delivery.\"}");
        clock.advance(Duration.ofMinutes(1));
        set("headset", "k2", "{\"available\":12,\"expected\":15,\"reason\":\"Count.\"}");

        Answer answer = get("headset");

        assertThat(answer.data().number("available")).isEqualTo(12);
        assertThat(answer.data().objects("adjustments")).extracting(entry -> entry.fields())
                .containsExactly(
                        entry("2026-01-01T00:01:00.000Z", -3L, 12L, "Count."),
                        entry("2026-01-01T00:00:00.000Z", 5L, null, "Delivery."));
    }

    @Test
    void atMostTwentyChangesAreShown() {
        for (int i = 0; i < 25; i++) {
            set("headset", "k" + i, "{\"adjust\":1,\"reason\":\"r\"}");
        }

        assertThat(get("headset").data().objects("adjustments")).hasSize(20);
    }

    @Test
    void aProductThatNeverHadUnitsHasNone() {
        assertThat(get("arc-770").data().fields()).isEqualTo(Map.of(
                "sku", "arc-770", "available", 0L, "reserved", 0L, "sold", 0L, "adjustments", List.of()));
    }

    /// Requirement 14.
    @Test
    void theStockOfADeletedProductCanStillBePutRight() {
        shelf.products.clear();

        assertThat(get("headset").status()).isEqualTo(200);
        assertThat(set("headset", "k1", "{\"adjust\":-10,\"reason\":\"Sold elsewhere.\"}").status()).isEqualTo(200);
    }

    /// Requirement 9.
    @Test
    void nobodyButTheStaffSeesOrChangesStock() {
        Map<String, String> customer = Map.of("sub", "2", "cognito:groups", "[customer]");

        assertThat(Requests.signedIn(setStock, "headset", Map.of(), "{", Map.of()).status()).isEqualTo(401);
        assertThat(Requests.signedIn(setStock, "headset", Map.of(), "{", customer).status()).isEqualTo(403);
        assertThat(Requests.signedIn(getStock, "nothing", Map.of(), "", Map.of()).status()).isEqualTo(401);
        assertThat(Requests.signedIn(getStock, "nothing", Map.of(), "", customer).status()).isEqualTo(403);
    }

    private static Map<String, Object> entry(String at, long units, Long level, String reason) {
        Map<String, Object> entry = new HashMap<>(
                Map.of("at", at, "by", "admin@example.com", "adjust", units, "reason", reason));
        entry.put("available", level);
        return entry;
    }

    private Answer set(String id, String key, String body) {
        return Requests.staff(setStock, id, Map.of("idempotency-key", key), body);
    }

    private Answer get(String id) {
        return Requests.staff(getStock, id, Map.of(), "");
    }
}
