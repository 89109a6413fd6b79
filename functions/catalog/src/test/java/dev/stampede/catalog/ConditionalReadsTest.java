package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.catalog.Requests.Answer;
import dev.stampede.model.Money;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requirement 8.
class ConditionalReadsTest {

    private final SteppedClock clock = new SteppedClock();
    private final Shelf shelf = Shelf.stocked();
    private final GetProductHandler getProduct = new GetProductHandler(shelf, shelf, clock);

    /// A read, its handler by shelf and clock, and the id it is asked for.
    private record Read(String name, BiFunction<Shelf, SteppedClock, RequestStreamHandler> handler, String id) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Read> reads() {
        return Stream.of(
                new Read("products", (shelf, clock) -> new GetProductsHandler(new ListProducts(shelf, shelf, clock)),
                        ""),
                new Read("product", (shelf, clock) -> new GetProductHandler(shelf, shelf, clock), "headset"),
                new Read("categories", GetCategoriesHandler::new, ""),
                new Read("category", GetCategoryHandler::new, "audio"));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void whoHasTheStateAlreadyIsToldSoAndNoTableIsAsked(Read read) {
        RequestStreamHandler handler = read.handler().apply(shelf, clock);
        Answer first = get(handler, read.id(), Map.of());
        int reads = shelf.productReads + shelf.stockReads;
        clock.advance(Duration.ofMillis(1999));

        Answer again = get(handler, read.id(), Map.of("if-none-match", first.header("etag")));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body().fields()).isEmpty();
        assertThat(again.headers()).doesNotContainKey("content-type")
                .containsEntry("etag", first.header("etag"))
                .containsEntry("cache-control", first.header("cache-control"));
        assertThat(shelf.productReads + shelf.stockReads).isEqualTo(reads).isPositive();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void whoHasAnotherStateIsGivenTheNewOne(Read read) {
        RequestStreamHandler handler = read.handler().apply(shelf, clock);
        Answer first = get(handler, read.id(), Map.of());
        shelf.products.removeIf(product -> product.id().equals("headset"));
        shelf.add("headset", "Loud headset", 19_900, 24_900, "audio", 3).add("new", "New", 1_000, 0, "audio", 3);
        clock.advance(ListProducts.PRODUCTS_KEPT);

        Answer changed = get(handler, read.id(), Map.of("if-none-match", first.header("etag")));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("etag")).isNotEqualTo(first.header("etag")).matches("W/\"[0-9a-f]{16}\"");
    }

    @Test
    void aUnitLessIsAnotherState() {
        String etag = get(getProduct, "headset", Map.of()).header("etag");
        shelf.stock.put("headset", Stock.of("headset", 2));
        clock.advance(ListProducts.STOCK_KEPT);

        assertThat(get(getProduct, "headset", Map.of("if-none-match", etag)).data().number("stock")).isEqualTo(2);
    }

    @Test
    void theStartOfASaleIsAnotherStateThoughNothingWasRead() {
        shelf.addOnSale(new Sale("flash", clock.instant().plusSeconds(1), clock.instant().plusSeconds(60),
                Money.ofMinor(5_900), 5, Optional.empty()), 9);
        String etag = get(getProduct, "earbuds", Map.of()).header("etag");
        int reads = shelf.productReads;
        clock.advance(Duration.ofSeconds(1));

        assertThat(get(getProduct, "earbuds", Map.of("if-none-match", etag)).status()).isEqualTo(200);
        assertThat(shelf.productReads).isEqualTo(reads);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\", %s", "*", "%s ,\"x\""})
    void aListOfTagsIsSearched(String form) {
        String etag = get(getProduct, "headset", Map.of()).header("etag");

        assertThat(get(getProduct, "headset", Map.of("if-none-match", form.formatted(etag))).status()).isEqualTo(304);
        assertThat(get(getProduct, "headset", Map.of("if-none-match", "\"other\"")).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereHasNoState() {
        assertThat(get(getProduct, "nothing", Map.of("if-none-match", "*")).status()).isEqualTo(404);
    }

    @Test
    void ofMoreProductsThanThereIsRoomForTheOneThatWasAskedForLongestAgoIsForgotten() {
        get(getProduct, "headset", Map.of());
        get(getProduct, "rtx-4090", Map.of());
        IntStream.range(1, CachedById.MAX_VALUES - 1).forEach(i -> get(getProduct, "no-" + i, Map.of()));
        get(getProduct, "headset", Map.of());
        get(getProduct, "one-more", Map.of());
        int reads = shelf.productReads;

        get(getProduct, "headset", Map.of());
        assertThat(shelf.productReads).isEqualTo(reads);
        get(getProduct, "rtx-4090", Map.of());
        assertThat(shelf.productReads).isEqualTo(reads + 1);
    }

    private static Answer get(RequestStreamHandler handler, String id, Map<String, String> headers) {
        return Requests.get(handler, Map.of("id", id), Map.of(), headers);
    }
}
