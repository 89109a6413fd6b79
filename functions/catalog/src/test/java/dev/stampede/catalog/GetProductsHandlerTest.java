package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.catalog.Requests.Answer;
import dev.stampede.model.Stock;
import dev.stampede.model.wire.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetProductsHandlerTest {

    private final SteppedClock clock = new SteppedClock();
    private Shelf shelf = Shelf.stocked();

    @Test
    void showsAProductAsTheContractSays() {
        JsonObject product = list(Map.of("q", "rtx")).body().objects("data").getFirst();

        assertThat(product.fields()).containsAllEntriesOf(Map.of(
                "id", "rtx-4090",
                "price", new BigDecimal("1599.99"),
                "originalPrice", new BigDecimal("1999.99"),
                "discount", 20L,
                "category", "graphics-cards",
                "image", "/images/products/rtx-4090.svg",
                "stock", 50L,
                "currency", "USD",
                "version", 1L));
        assertThat(product.fields()).containsEntry("createdAt", "2026-01-01T00:00:00.000Z");
        assertThat(ids(Map.of("q", "arc"))).containsExactly("arc-770");
        assertThat(list(Map.of("q", "arc")).body().objects("data").getFirst().fields())
                .containsEntry("originalPrice", null)
                .containsEntry("limitPerCustomer", null)
                .containsEntry("sale", null)
                .containsEntry("discount", 0L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "category | audio | headset,speakers",
        "category | none | ''",
        "q | QUIET set | headset",
        "q | described gpu | rtx-4090",
        "minPrice | 299 | arc-770,rtx-4090",
        "maxPrice | 199.00 | headset,speakers",
        "inStock | true | headset,rtx-4090,speakers",
        "inStock | false | arc-770",
        "sort | price | headset,speakers,arc-770,rtx-4090",
        "sort | -price | rtx-4090,arc-770,headset,speakers",
        "sort | name | arc-770,speakers,headset,rtx-4090",
        "sort | -name | rtx-4090,headset,speakers,arc-770",
        "sort | discount | headset,rtx-4090,arc-770,speakers",
        "sort | -discount | arc-770,speakers,headset,rtx-4090",
        "sort | newest | speakers,headset,arc-770,rtx-4090",
        "sort | -newest | rtx-4090,arc-770,headset,speakers",
        "utm_source | mail | arc-770,headset,rtx-4090,speakers"})
    void filtersAndSorts(String parameter, String value, String expected) {
        List<String> wanted = expected.isEmpty() ? List.of() : List.of(expected.split(","));

        assertThat(ids(Map.of(parameter, value))).containsExactlyElementsOf(wanted);
    }

    /// Requirement 3.
    @ParameterizedTest
    @CsvSource({"limit,0", "limit,101", "limit,1.5", "limit,x", "limit,1e1", "limit,-1", "minPrice,-1", "minPrice,1.",
        "maxPrice,NaN", "maxPrice,1e999", "inStock,yes", "sort,stock", "cursor,!!", "cursor,bm9wZQ", "category,A B",
        "category,../x", "category,a--b"})
    void refusesAWrongParameterByName(String parameter, String value) {
        Answer answer = list(Map.of(parameter, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.body().object("error").objects("details").getFirst().string("field")).isEqualTo(parameter);
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
        assertThat(shelf.productReads + shelf.stockReads).isZero();
    }

    /// As forms send the fields that nobody filled in.
    @ParameterizedTest
    @ValueSource(strings = {"category", "q", "minPrice", "maxPrice", "inStock", "sort", "limit", "cursor"})
    void aParameterWithoutAValueIsAsGoodAsNone(String parameter) {
        assertThat(ids(Map.of(parameter, ""))).containsExactly("arc-770", "headset", "rtx-4090", "speakers");
    }

    /// Prices are 49.00, 199.00, 299.00 and 1599.99, or near them.
    @ParameterizedTest
    @CsvSource({
        "minPrice, 298.995, arc-770", "minPrice, 299.00000, arc-770", "minPrice, 2.99e2, arc-770",
        "minPrice, 12345678901.5, ''", "maxPrice, 12345678901, arc-770", "minPrice, 299.001, rtx-4090"})
    void anyAmountCanBeAskedFor(String parameter, String amount, String one) {
        List<String> ids = ids(Map.of(parameter, amount));

        if (one.isEmpty()) {
            assertThat(ids).isEmpty();
        } else {
            assertThat(ids).contains(one);
        }
        assertThat(ids.contains("arc-770")).isEqualTo(one.equals("arc-770"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cafe", "CAFÉ", "cafe\u0301", "Ｃａｆｅ", "istanbul", "İSTANBUL", "strasse", "STRASSE",
        "Straße", "οδοσ",
        "ΟΔΟΣ", "ΟΔΌΣ", "ﬁn", "fin", "fin\u00A0cafe", "cafe\u3000fin"})
    void wordsAreFoundHoweverTheirLettersAreWritten(String words) {
        shelf.add("paris", "Café İstanbul Straße οδός fin", 100, 0, "c", 1);
        shelf.add("plain", "Caf", 100, 0, "c", 1);

        assertThat(ids(Map.of("q", words))).containsExactly("paris");
    }

    @Test
    void anAccentedNameStandsBesideTheNameWithout() {
        shelf = new Shelf();
        List.of("Zebra", "Éclair", "Eber", "fig", "Ei\u0308s")
                .forEach(name -> shelf.add("p-" + Integer.toHexString(name.hashCode()), name, 100, 0, "c", 1));

        assertThat(list(Map.of("sort", "name")).body().objects("data")).extracting(product -> product.string("name"))
                .containsExactly("Eber", "Éclair", "Ei\u0308s", "fig", "Zebra");
    }

    @Test
    void aHundredCharactersAreAHundredWhateverTheyTake() {
        assertThat(list(Map.of("q", "\uD83D\uDE00".repeat(100))).status()).isEqualTo(200);
        assertThat(list(Map.of("q", "\uD83D\uDE00".repeat(101))).status()).isEqualTo(400);
    }

    @Test
    void collectsAllThatIsWrong() {
        Answer answer = list(Map.of("limit", "0", "sort", "x", "q", "x".repeat(101)));

        assertThat(answer.body().object("error").objects("details")).extracting(detail -> detail.string("field"))
                .containsExactlyInAnyOrder("limit", "sort", "q");
        assertThat(list(Map.of("minPrice", "2", "maxPrice", "1")).status()).isEqualTo(400);
    }

    /// Requirement 2.
    @ParameterizedTest
    @ValueSource(strings = {"id", "price", "-price", "name", "-name", "newest", "-newest", "discount", "-discount"})
    void pagesBringEachProductOnceInOrder(String sort) {
        shelf = new Shelf();
        Random random = new Random(42);
        for (int i = 0; i < 57; i++) {
            shelf.add("p-" + i, "Name " + random.nextInt(9), 100 + random.nextInt(5), random.nextInt(300), "c", 1);
        }
        List<String> paged = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("sort", sort, "limit", "10"));
        String cursor;
        do {
            Answer answer = list(query);
            answer.body().objects("data").forEach(product -> paged.add(product.string("id")));
            cursor = answer.body().object("page").optionalString("nextCursor").orElse(null);
            query.put("cursor", cursor);
        } while (cursor != null);

        assertThat(paged).doesNotHaveDuplicates().hasSize(57)
                .containsExactlyElementsOf(ids(Map.of("sort", sort, "limit", "100")));
    }

    /// Requirement 2.
    @Test
    void aPageGoesOnWhereItsLastProductWasEvenIfThatIsGone() {
        Answer first = list(Map.of("limit", "2"));
        String cursor = first.body().object("page").string("nextCursor");
        shelf.products.removeIf(product -> product.id().equals("headset"));
        shelf.add("aaa", "New", 1, 0, "c", 1);
        clock.advance(ListProducts.PRODUCTS_KEPT);

        assertThat(ids(Map.of("limit", "2", "cursor", cursor))).containsExactly("rtx-4090", "speakers");
    }

    @Test
    void aCursorOfAnotherSortIsRefused() {
        String cursor = list(Map.of("limit", "1", "sort", "price")).body().object("page").string("nextCursor");

        assertThat(list(Map.of("sort", "name", "cursor", cursor)).status()).isEqualTo(400);
    }

    /// Requirement 1.
    @Test
    void stockIsAtMostTwoSecondsOldAndProductsTen() {
        var handler = new GetProductsHandler(new ListProducts(shelf, shelf, clock));
        Requests.get(handler, Map.of(), Map.of());
        shelf.stock.put("rtx-4090", Stock.of("rtx-4090", 49));
        clock.advance(Duration.ofSeconds(2));

        Answer answer = Requests.get(handler, Map.of(), Map.of("q", "rtx"));

        assertThat(answer.body().objects("data").getFirst().number("stock")).isEqualTo(49);
        assertThat(shelf.productReads).isEqualTo(1);
        assertThat(shelf.stockReads).isEqualTo(2);
        clock.advance(Duration.ofSeconds(8));
        Requests.get(handler, Map.of(), Map.of());
        assertThat(shelf.productReads).isEqualTo(2);
    }

    /// Requirements 5 and 6.
    @Test
    void aProductWithoutStockItemIsSoldOutAndPagesMayBeCached() {
        shelf.stock.clear();

        Answer answer = list(Map.of());

        assertThat(answer.body().objects("data")).allSatisfy(product -> assertThat(product.number("stock")).isZero());
        assertThat(answer.headers()).containsEntry("cache-control", "public, max-age=2");
        assertThat(answer.body().object("page").fields()).containsEntry("nextCursor", null);
    }

    private Answer list(Map<String, String> query) {
        return Requests.get(new GetProductsHandler(new ListProducts(shelf, shelf, clock)), Map.of(), query);
    }

    private List<String> ids(Map<String, String> query) {
        return list(query).body().objects("data").stream().map(product -> product.string("id")).toList();
    }
}
