package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.catalog.Requests.Answer;
import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductHandlersTest {

    private static final String HUB = """
            {"id":"usb-c-hub","name":"USB-C Hub","description":"Seven ports.\\nOne cable.","category":"accessories",
             "image":"/images/hub.svg","price":39.90,"originalPrice":49.90,"limitPerCustomer":5,
             "sale":{"id":"launch","startsAt":"2026-01-02T09:00:00Z","endsAt":"2026-01-02T21:00:00.5Z","price":29.9,
                     "units":50,"limitPerCustomer":1}}""";
    private static final String PLAIN = """
            {"name":"USB-C Hub","description":"","category":"accessories","price":44}""";

    /// The first version of what is created when the clock begins.
    private static final long V = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final String FIRST = tag(V);

    private final SteppedClock clock = new SteppedClock();
    private final InMemoryProductLedger ledger = new InMemoryProductLedger();
    private final Map<String, Stock> stock = new HashMap<>();
    private final CreateProductHandler create = new CreateProductHandler(ledger, _ -> stock, clock);
    private final UpdateProductHandler update = new UpdateProductHandler(ledger, _ -> stock, clock);
    private final DeleteProductHandler delete = new DeleteProductHandler(ledger, clock);

    @Test
    void aProductIsCreatedWithAllThatWasSaidOfIt() {
        Answer answer = Requests.staff(create, "", Map.of(), HUB);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("location", "/api/products/usb-c-hub").containsEntry("etag",
                FIRST);
        assertThat(answer.data().number("version")).isEqualTo(V);
        assertThat(answer.data().fields()).containsEntry("price", new BigDecimal("39.90")).containsEntry("stock", 0L);
        assertThat(ledger.products).containsOnlyKeys("usb-c-hub").containsValue(new Product(
                "usb-c-hub", "USB-C Hub", Money.ofMinor(3_990), Optional.of(Money.ofMinor(4_990)),
                "Seven ports.\nOne cable.", "accessories", "/images/hub.svg", Optional.of(5),
                Optional.of(new Sale("launch", Instant.parse("2026-01-02T09:00:00Z"),
                        Instant.parse("2026-01-02T21:00:00.500Z"), Money.ofMinor(2_990), 50, Optional.of(1))),
                clock.instant(), V));
    }

    @Test
    void aProductWithoutAnImageShowsTheOneOfAnyProduct() {
        Requests.staff(create, "", Map.of(), PLAIN.replaceFirst("\\{", "{\"id\":\"usb-c-hub\","));

        assertThat(hub().image()).isEqualTo("/images/product.svg");
        assertThat(hub().sale()).isEmpty();
    }

    @Test
    void anIdIsTakenOnce() {
        Requests.staff(create, "", Map.of(), HUB);
        Product first = hub();

        Answer second = Requests.staff(create, "", Map.of(), HUB.replace("USB-C Hub", "Another hub"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.errorCode()).isEqualTo("PRODUCT_EXISTS");
        assertThat(second.headers()).doesNotContainKeys("location", "etag");
        assertThat(hub()).isEqualTo(first);
    }

    /// Requirement 10.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"usb-c-hub\" | \"USB hub\" | id INVALID_VALUE",
        "\"usb-c-hub\" | \"-hub\" | id INVALID_VALUE",
        "\"usb-c-hub\" | \"a--b\" | id INVALID_VALUE",
        "\"usb-c-hub\" | 7 | id WRONG_TYPE",
        "\"USB-C Hub\" | \" \" | name INVALID_VALUE",
        "\"USB-C Hub\" | \"a\\nb\" | name INVALID_VALUE",
        "\"USB-C Hub\" | \"\\u200B\\u00A0\" | name INVALID_VALUE",
        "\"USB-C Hub\" | \"a\\u2028b\" | name INVALID_VALUE",
        "\"accessories\" | null | category WRONG_TYPE",
        "\"/images/hub.svg\" | \"https://elsewhere.example/hub.svg\" | image INVALID_VALUE",
        "\"/images/hub.svg\" | \"/../hub.svg\" | image INVALID_VALUE",
        "39.90 | 0 | price INVALID_VALUE",
        "39.90 | -1 | price INVALID_VALUE",
        "39.90 | 39.999 | price INVALID_VALUE",
        "39.90 | 1000000.01 | price INVALID_VALUE",
        "39.90 | \"39.90\" | price WRONG_TYPE",
        "49.90 | 39.90 | originalPrice NOT_ABOVE_PRICE",
        "\"limitPerCustomer\":5 | \"limitPerCustomer\":0 | limitPerCustomer INVALID_VALUE",
        "\"limitPerCustomer\":5 | \"limitPerCustomer\":1.5 | limitPerCustomer WRONG_TYPE",
        "\"launch\" | \"a b\" | sale.id INVALID_VALUE",
        "\"2026-01-02T09:00:00Z\" | \"tomorrow\" | sale.startsAt INVALID_VALUE",
        "\"2026-01-02T09:00:00Z\" | \"+99999-01-02T09:00:00Z\" | sale.startsAt INVALID_VALUE",
        "\"2026-01-02T09:00:00Z\" | \"2026-01-02T21:00:00.5Z\" | sale.endsAt NOT_AFTER_START",
        "29.9 | 39.91 | sale.price ABOVE_PRICE",
        "\"units\":50 | \"units\":0 | sale.units INVALID_VALUE",
        "\"units\":50 | \"unitsLeft\":50,\"units\":50 | sale.unitsLeft UNKNOWN_FIELD",
        "\"price\":39.90 | \"stock\":9,\"price\":39.90 | stock UNKNOWN_FIELD",
        "\"price\":39.90 | \"version\":9,\"price\":39.90 | version UNKNOWN_FIELD",
        "\"price\":39.90 | \"discount\":9,\"price\":39.90 | discount UNKNOWN_FIELD"})
    void aFaultIsNamedByItsFieldAndNothingIsCreated(String right, String wrong, String fault) {
        String body = HUB.replace(right, wrong);
        assertThat(body).isNotEqualTo(HUB);

        Answer answer = Requests.staff(create, "", Map.of(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.faults()).containsExactly(fault);
        assertThat(ledger.products).isEmpty();
    }

    /// Requirement 10.
    @Test
    void aNameHasTwoHundredCharactersHoweverManyBytesTheyTake() {
        String rockets = "\uD83D\uDE80".repeat(200);

        assertThat(Requests.staff(create, "", Map.of(), HUB.replace("USB-C Hub", rockets)).status()).isEqualTo(201);
        assertThat(hub().name()).isEqualTo(rockets);
        assertThat(Requests.staff(create, "", Map.of(), HUB.replace("USB-C Hub", rockets + "a")).faults())
                .containsExactly("name INVALID_VALUE");
    }

    /// Requirement 10.
    @Test
    void aDescriptionMayHaveTabsAndLineBreaksOfEverySystem() {
        String body =
                HUB.replaceFirst("\"description\":\"[^\"]*\"", "\"description\":\"a\\\\tb\\\\r\\\\nc\\\\rd\\\\ne\"");
        assertThat(Requests.staff(create, "", Map.of(), body).status()).isEqualTo(201);
        assertThat(hub().description()).isEqualTo("a\tb\nc\nd\ne");

        Answer bell = Requests.staff(create, "", Map.of(), body.replace("\\t", "\\u0007"));
        assertThat(bell.faults()).containsExactly("description INVALID_VALUE");
    }

    @Test
    void allThatIsMissingIsNamed() {
        assertThat(Requests.staff(create, "", Map.of(), "{\"sale\":{}}").faults()).containsExactlyInAnyOrder(
                "id REQUIRED", "name REQUIRED", "description REQUIRED", "category REQUIRED", "price REQUIRED",
                "sale.id REQUIRED", "sale.startsAt REQUIRED", "sale.endsAt REQUIRED", "sale.price REQUIRED",
                "sale.units REQUIRED");
        assertThat(Requests.staff(create, "", Map.of(), "{\"sale\":[]}").faults()).contains("sale WRONG_TYPE");
        assertThat(Requests.staff(create, "", Map.of(), "[").errorCode()).isEqualTo("MALFORMED_JSON");
        assertThat(Requests.staff(create, "", Map.of(), HUB + " ".repeat(32 * 1024)).status()).isEqualTo(413);
    }

    /// Requirement 11.
    @Test
    void aProductIsReplacedAsAWholeInTheVersionThatWasSeen() {
        Requests.staff(create, "", Map.of(), HUB);
        Instant created = hub().createdAt();
        clock.advance(Duration.ofDays(1));

        Answer answer = Requests.staff(update, "usb-c-hub", Map.of("if-match", FIRST), PLAIN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("etag")).isEqualTo(tag(V + 1));
        assertThat(hub()).isEqualTo(new Product("usb-c-hub", "USB-C Hub", Money.ofMinor(4_400), Optional.empty(), "",
                "accessories", "/images/product.svg", Optional.empty(), Optional.empty(), created, V + 1));
    }

    /// Requirement 11.
    @Test
    void whoSawAnotherVersionIsToldWhichItIsNow() {
        Requests.staff(create, "", Map.of(), HUB);
        Requests.staff(update, "usb-c-hub", Map.of("if-match", FIRST), PLAIN);
        Product now = hub();

        for (RequestStreamHandler handler : new RequestStreamHandler[]{update, delete}) {
            Answer stale = Requests.staff(handler, "usb-c-hub", Map.of("if-match", FIRST), PLAIN);
            assertThat(stale.status()).isEqualTo(412);
            assertThat(stale.errorCode()).isEqualTo("STALE_VERSION");
            assertThat(stale.body().object("error").objects("details").getFirst().fields())
                    .containsEntry("value", V + 1);
        }
        assertThat(hub()).isEqualTo(now);
    }

    @Test
    void ofTwoWhoSawTheSameTheSecondIsRefused() {
        Requests.staff(create, "", Map.of(), HUB);
        ledger.afterRead = () -> {
            ledger.afterRead = () -> {};
            Requests.staff(update, "usb-c-hub", Map.of("if-match", FIRST), PLAIN.replace("44", "55"));
        };

        assertThat(Requests.staff(update, "usb-c-hub", Map.of("if-match", FIRST), PLAIN).status()).isEqualTo(412);
        assertThat(hub().price()).isEqualTo(Money.ofMinor(5_500));
        assertThat(hub().version()).isEqualTo(V + 1);
    }

    /// Requirement 11: whoever compresses an answer on its way makes its tag a weak one.
    @Test
    void aTagThatWasMadeWeakOnItsWayNamesTheSameVersion() {
        Requests.staff(create, "", Map.of(), HUB);

        assertThat(Requests.staff(update, "usb-c-hub", Map.of("if-match", "W/" + FIRST), PLAIN).status())
                .isEqualTo(200);
        assertThat(Requests.staff(delete, "usb-c-hub", Map.of("if-match", "W/" + FIRST), "").status()).isEqualTo(412);
    }

    /// Requirement 11.
    @ParameterizedTest
    @ValueSource(strings = {"1", "W/1", "w/\"1\"", "W/W/\"1\"", "*", "\"1\", \"2\"", "\"x\"", "\"\"",
        "\"1234567890123456789\""})
    void aPreconditionThatNamesNoVersionIsRefused(String header) {
        Requests.staff(create, "", Map.of(), HUB);

        assertThat(Requests.staff(update, "usb-c-hub", Map.of("if-match", header), PLAIN).faults())
                .containsExactly("If-Match INVALID_FORMAT");
        assertThat(Requests.staff(delete, "usb-c-hub", Map.of("if-match", header), "").status()).isEqualTo(400);
        assertThat(hub().version()).isEqualTo(V);
    }

    /// Requirement 11.
    @Test
    void withoutAPreconditionNothingIsChanged() {
        Requests.staff(create, "", Map.of(), HUB);

        Answer answer = Requests.staff(update, "usb-c-hub", Map.of(), PLAIN);

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.errorCode()).isEqualTo("PRECONDITION_REQUIRED");
        assertThat(Requests.staff(delete, "usb-c-hub", Map.of(), "").status()).isEqualTo(428);
        assertThat(ledger.products).hasSize(1);
    }

    @Test
    void aProductIsDeletedOnce() {
        Requests.staff(create, "", Map.of(), HUB);

        Answer deleted = Requests.staff(delete, "usb-c-hub", Map.of("if-match", FIRST), "");

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body().fields()).isEmpty();
        assertThat(ledger.products).isEmpty();
        assertThat(Requests.staff(delete, "usb-c-hub", Map.of("if-match", FIRST), "").status()).isEqualTo(404);
        assertThat(Requests.staff(update, "usb-c-hub", Map.of("if-match", FIRST), PLAIN).status()).isEqualTo(404);
        assertThat(Requests.staff(update, "../x", Map.of("if-match", FIRST), PLAIN).status()).isEqualTo(404);
        assertThat(Requests.staff(delete, "../x", Map.of("if-match", FIRST), "").status()).isEqualTo(404);
    }

    @Test
    void theUnitsOfASaleStayAsTheyAreOnceItHasStarted() {
        Requests.staff(create, "", Map.of(), HUB);
        String more = HUB.replace("{\"id\":\"usb-c-hub\",", "{").replace("\"units\":50", "\"units\":60");
        assertThat(Requests.staff(update, "usb-c-hub", Map.of("if-match", FIRST), more).status()).isEqualTo(200);
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-01-02T09:00:00Z")));

        Answer refused = Requests.staff(update, "usb-c-hub", Map.of("if-match", tag(V + 1)), more.replace("60", "70"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo("SALE_STARTED");
        assertThat(hub().sale().orElseThrow().units()).isEqualTo(60);
        String another = more.replace("60", "70").replace("launch", "launch-2");
        assertThat(Requests.staff(update, "usb-c-hub", Map.of("if-match", tag(V + 1)), another).status())
                .isEqualTo(200);
    }

    /// Requirement 9.
    @Test
    void nobodyButTheStaffChangesAProduct() {
        for (RequestStreamHandler it : new RequestStreamHandler[]{create, update, delete}) {
            assertThat(Requests.signedIn(it, "usb-c-hub", Map.of(), "{", Map.of()).status()).isEqualTo(401);
            Answer customer = Requests.signedIn(
                    it, "usb-c-hub", Map.of(), "{", Map.of("sub", "2", "cognito:groups", "[customer]"));
            assertThat(customer.status()).isEqualTo(403);
            assertThat(customer.errorCode()).isEqualTo("FORBIDDEN");
        }
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }

    private Product hub() {
        return ledger.products.get("usb-c-hub");
    }
}
