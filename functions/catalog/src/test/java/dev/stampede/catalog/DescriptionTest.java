package dev.stampede.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.catalog.Requests.Answer;
import dev.stampede.model.Product;
import dev.stampede.model.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requirement 16.
class DescriptionTest {

    private static final String HUB = """
            {"id":"usb-c-hub","name":"USB-C Hub","description":"Seven ports.","category":"accessories",
             "image":"/images/hub.svg","price":150.00,"originalPrice":199.00,"limitPerCustomer":5,
             "sale":{"id":"launch","startsAt":"2026-01-02T09:00:00.123Z","endsAt":"2026-01-02T21:00:00.500Z",
                     "price":100.00,"units":50}}""";

    private final SteppedClock clock = new SteppedClock();
    private final InMemoryProductLedger ledger = new InMemoryProductLedger();
    private final CreateProductHandler create = new CreateProductHandler(ledger, _ -> Map.of(), clock);
    private final UpdateProductHandler update = new UpdateProductHandler(ledger, _ -> Map.of(), clock);
    private final GetDescriptionHandler describe = new GetDescriptionHandler(ledger, clock);

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02T08:59:59.999Z", "2026-01-02T12:00:00Z", "2026-01-03T00:00:00Z"})
    void whatIsReadAndSentBackChangesNothingWhateverTheSaleDoes(String moment) {
        Requests.staff(create, "", Map.of(), HUB);
        clock.advance(Duration.between(clock.instant(), Instant.parse(moment)));
        Product before = ledger.products.get("usb-c-hub");

        Answer read = Requests.staff(describe, "usb-c-hub", Map.of(), "");
        assertThat(read.status()).isEqualTo(200);
        Answer saved = Requests.staff(
                update, "usb-c-hub", Map.of("if-match", read.header("etag")), Json.write(said(read)));

        assertThat(saved.status()).isEqualTo(200);
        Product after = ledger.products.get("usb-c-hub");
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after).usingRecursiveComparison().ignoringFields("version").isEqualTo(before);
    }

    @Test
    void theAnswerToAChangeDescribesTheProductToo() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-01-02T12:00:00Z")));

        Answer created = Requests.staff(create, "", Map.of(), HUB);
        Answer read = Requests.staff(describe, "usb-c-hub", Map.of(), "");

        Map<String, Object> told = new LinkedHashMap<>(created.data().fields());
        assertThat(told.remove("stock")).isEqualTo(0L);
        assertThat(told).isEqualTo(read.data().fields());
        assertThat(created.data().object("sale").fields()).containsEntry("phase", "RUNNING")
                .doesNotContainKey("limitPerCustomer");
    }

    @Test
    void whoIsNoStaffLearnsNothing() {
        Requests.staff(create, "", Map.of(), HUB);

        assertThat(Requests.signedIn(describe, "usb-c-hub", Map.of(), "", Map.of()).status()).isEqualTo(401);
        assertThat(Requests.signedIn(describe, "usb-c-hub", Map.of(), "",
                Map.of("sub", "2", "cognito:groups", "[customer]")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "UPPER", "../x", ""})
    void whatIsNotThereIsNotFound(String id) {
        assertThat(Requests.staff(describe, id, Map.of(), "").errorCode()).isEqualTo("PRODUCT_NOT_FOUND");
    }

    /// What the staff may say of a product, out of what is told of it.
    private static Map<String, Object> said(Answer answer) {
        Map<String, Object> said = new LinkedHashMap<>(answer.data().fields());
        List.of("id", "currency", "version", "createdAt").forEach(said::remove);
        Map<String, Object> sale = new LinkedHashMap<>(answer.data().object("sale").fields());
        sale.remove("phase");
        said.put("sale", sale);
        return said;
    }
}
