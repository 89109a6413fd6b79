package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.catalog.Requests.Answer;
import dev.stampede.model.Money;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Requirements 6 and 7.
class SaleOnTheShelfTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final SteppedClock clock = new SteppedClock();
    private final Instant opened = clock.instant();
    private final Sale sale = sale(Optional.of(2));
    private final Shelf shelf = Shelf.stocked().addOnSale(sale, 200);
    private final RequestStreamHandler list = new GetProductsHandler(new ListProducts(shelf, shelf, clock));
    private final RequestStreamHandler one = new GetProductHandler(shelf, shelf, clock);

    @Test
    void aSaleToComeIsAnnouncedAtTheUsualPrice() {
        JsonObject product = product();

        assertThat(product.fields()).containsAllEntriesOf(Map.of(
                "price", new BigDecimal("149.00"), "discount", 0L, "limitPerCustomer", 4L, "stock", 200L));
        assertThat(product.fields()).containsEntry("originalPrice", null);
        assertThat(product.object("sale").fields()).isEqualTo(Map.of(
                "id", "spring", "startsAt", "2026-01-01T01:00:00.000Z", "endsAt", "2026-01-01T02:00:00.000Z",
                "price", new BigDecimal("59.00"), "units", 50L, "limitPerCustomer", 2L, "phase", "UPCOMING",
                "unitsLeft", 50L));
    }

    @Test
    void aRunningSaleIsThePriceTheDiscountTheLimitAndTheStock() {
        shelf.stock.put("earbuds", new Stock("earbuds", 180, 20, 0, Map.of("spring", 30L)));
        clock.advance(Duration.ofHours(1));

        assertThat(product().fields()).containsAllEntriesOf(Map.of(
                "price", new BigDecimal("59.00"), "originalPrice", new BigDecimal("149.00"), "discount", 60L,
                "limitPerCustomer", 2L, "stock", 30L));
        assertThat(product().object("sale").fields()).containsEntry("phase", "RUNNING").containsEntry("unitsLeft", 30L);
    }

    @Test
    void aSaleThatIsOverIsNotShown() {
        clock.advance(Duration.ofHours(2));

        assertThat(product().fields()).containsEntry("sale", null).containsEntry("price", new BigDecimal("149.00"))
                .containsEntry("stock", 200L).containsEntry("limitPerCustomer", 4L);
    }

    @Test
    void theLimitOfTheProductHoldsInASaleThatHasNone() {
        shelf.products.removeLast();
        shelf.addOnSale(sale(Optional.empty()), 200);

        assertThat(product().object("sale").number("limitPerCustomer")).isEqualTo(4);
    }

    @Test
    void theSaleStartsAndEndsOnTheSecondOutOfMemory() {
        clock.advance(Duration.ofHours(1).minus(A_MOMENT));
        assertThat(listed().object("sale").string("phase")).isEqualTo("UPCOMING");
        clock.advance(A_MOMENT);
        assertThat(listed().object("sale").string("phase")).isEqualTo("RUNNING");
        assertThat(shelf.productReads).isEqualTo(1);

        clock.advance(Duration.ofHours(1).minus(A_MOMENT));
        assertThat(listed().number("discount")).isEqualTo(60);
        clock.advance(A_MOMENT);
        assertThat(listed().number("discount")).isZero();
        assertThat(shelf.productReads).isEqualTo(2);
    }

    @Test
    void filtersAndSortsGoByThePriceAndTheStockOfTheMoment() {
        shelf.stock.put("earbuds", new Stock("earbuds", 150, 50, 0, Map.of("spring", 0L)));
        assertThat(ids(Map.of("maxPrice", "100"))).isEmpty();
        assertThat(ids(Map.of("inStock", "true"))).contains("earbuds");
        assertThat(ids(Map.of("sort", "discount"))).first().isEqualTo("headset");

        clock.advance(Duration.ofHours(1));

        assertThat(ids(Map.of("maxPrice", "100"))).containsExactly("earbuds");
        assertThat(ids(Map.of("inStock", "true"))).doesNotContain("earbuds");
        assertThat(ids(Map.of("sort", "discount"))).first().isEqualTo("earbuds");
        assertThat(ids(Map.of("sort", "price"))).first().isEqualTo("earbuds");
    }

    @Test
    void aCategoryShowsItsSalesWithoutTheirStock() {
        clock.advance(Duration.ofHours(1));
        Answer audio = Requests.get(new GetCategoryHandler(shelf, clock), Map.of("id", "audio"), Map.of());

        JsonObject earbuds = audio.body().object("data").objects("products").getLast();
        assertThat(earbuds.fields()).containsEntry("price", new BigDecimal("59.00")).doesNotContainKey("stock");
        assertThat(earbuds.object("sale").fields()).containsEntry("phase", "RUNNING").doesNotContainKey("unitsLeft");
    }

    @Test
    void noAnswerIsKeptPastTheStartOrTheEndOfASale() {
        assertThat(maxAges()).containsExactly("2", "2", "10");
        clock.advance(Duration.ofHours(1).minusSeconds(5));
        assertThat(maxAges()).containsExactly("2", "2", "5");
        clock.advance(Duration.ofMillis(3_500));
        assertThat(maxAges()).containsExactly("1", "1", "1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(maxAges()).containsExactly("0", "0", "0");
        clock.advance(Duration.ofMillis(500));
        assertThat(maxAges()).containsExactly("2", "2", "10");
        clock.advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(maxAges()).containsExactly("1", "1", "1");
    }

    private List<String> maxAges() {
        return List.of(
                Requests.get(list, Map.of(), Map.of("limit", "1")),
                Requests.get(one, Map.of("id", "earbuds"), Map.of()),
                Requests.get(new GetCategoryHandler(shelf, clock), Map.of("id", "audio"), Map.of()))
                .stream()
                .map(answer -> ((String) answer.headers().get("cache-control")).replace("public, max-age=", ""))
                .toList();
    }

    /// As the one and the other of the routes that show it have it.
    private JsonObject product() {
        JsonObject product = Requests.get(one, Map.of("id", "earbuds"), Map.of()).body().object("data");
        assertThat(Json.write(listed())).isEqualTo(Json.write(product));
        return product;
    }

    private JsonObject listed() {
        return Requests.get(list, Map.of(), Map.of("q", "earbuds")).body().objects("data").getFirst();
    }

    private List<String> ids(Map<String, String> query) {
        return Requests.get(list, Map.of(), query).body().objects("data").stream()
                .map(product -> product.string("id"))
                .toList();
    }

    private Sale sale(Optional<Integer> limit) {
        return new Sale("spring", opened.plus(Duration.ofHours(1)), opened.plus(Duration.ofHours(2)),
                Money.ofMinor(5_900), 50, limit);
    }
}
