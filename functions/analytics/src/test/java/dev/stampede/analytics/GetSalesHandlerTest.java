package dev.stampede.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stampede.analytics.Requests.Answer;
import dev.stampede.analytics.SalesMetrics.Count;
import dev.stampede.model.wire.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers are those of the package's requirements.
class GetSalesHandlerTest {

    private static final LocalDateTime MORNING = LocalDateTime.parse("2026-11-27T09:00");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2026-11-27T23:00");

    private final InMemorySalesMetrics metrics = new InMemorySalesMetrics();
    private final GetSalesHandler handler = new GetSalesHandler(metrics);

    /// Requirement 7.
    @Test
    void eachHourHasItsOwnFiguresAndTheTotalsAreTheirSums() {
        add(MORNING, Map.of("orders", 3L, "units", 4L, "confirmed", 2L, "revenue", 3455_98L));
        add(EVENING, Map.of("orders", 1L, "units", 1L, "confirmed", 1L, "revenue", 1727_99L));

        JsonObject sales = sales("2026-11-27");

        assertThat(sales.string("day")).isEqualTo("2026-11-27");
        assertThat(sales.string("currency")).isEqualTo("USD");
        assertThat(sales.objects("hours")).extracting(hour -> hour.integer("hour"))
                .startsWith(0, 1, 2).endsWith(22, 23).hasSize(24);
        assertThat(sales.objects("hours")).filteredOn(hour -> hour.integer("orders") > 0)
                .extracting(hour -> List.of(hour.integer("hour"), hour.integer("orders"), hour.fields().get("revenue")))
                .containsExactly(
                        List.of(9, 3, new BigDecimal("3455.98")), List.of(23, 1, new BigDecimal("1727.99")));
        assertThat(sales.object("totals").fields())
                .containsEntry("orders", 4L)
                .containsEntry("units", 5L)
                .containsEntry("confirmed", 3L)
                .containsEntry("revenue", new BigDecimal("5183.97"));
    }

    /// Requirement 4.
    @Test
    void whatIsKeptIsWhatNoRefundAndNoCancellationTookBack() {
        add(MORNING, Map.of("revenue", 100_00L));
        add(EVENING, Map.of("refunds", 2L, "refunded", 30_50L, "cancels", 1L, "cancelled", 80_00L));

        JsonObject sales = sales("2026-11-27");

        assertThat(sales.object("totals").fields())
                .containsEntry("refunds", 2L)
                .containsEntry("refunded", new BigDecimal("30.50"))
                .containsEntry("cancelled", new BigDecimal("80.00"))
                .containsEntry("kept", new BigDecimal("-10.50"));
        assertThat(sales.objects("hours").get(9).fields()).containsEntry("kept", new BigDecimal("100.00"));
        assertThat(sales.objects("hours").get(23).fields()).containsEntry("kept", new BigDecimal("-110.50"));
    }

    /// Requirement 4.
    @Test
    void theReasonsAreToldTheMostFrequentFirst() {
        add(MORNING, Map.of("expired", 1L, "expired#PAYMENT_TIMED_OUT", 1L));
        add(MORNING, Map.of("cancels", 1L, "cancels#PAYMENT_DECLINED", 1L));
        add(MORNING, Map.of("rejects", 1L, "rejects#SOLD_OUT", 1L));
        add(EVENING, Map.of("rejects", 1L, "rejects#SOLD_OUT", 1L));

        assertThat(sales("2026-11-27").objects("reasons")).extracting(JsonObject::fields).containsExactly(
                Map.of("status", "REJECTED", "reason", "SOLD_OUT", "orders", 2L),
                Map.of("status", "CANCELLED", "reason", "PAYMENT_DECLINED", "orders", 1L),
                Map.of("status", "EXPIRED", "reason", "PAYMENT_TIMED_OUT", "orders", 1L));
    }

    /// Requirement 7.
    @Test
    void aDayOnWhichNothingHappenedIsADayOfZeros() {
        add(MORNING, Map.of("orders", 1L));

        JsonObject sales = sales("2026-11-28");

        assertThat(sales.objects("hours")).hasSize(24).allMatch(hour -> hour.integer("orders") == 0);
        assertThat(sales.object("totals").fields()).containsEntry("kept", new BigDecimal("0.00"));
        assertThat(sales.objects("reasons")).isEmpty();
        assertThat(metrics.asked).containsExactly(LocalDate.parse("2026-11-28"));
    }

    /// Requirement 6.
    @Test
    void whoIsNotOfTheStaffLearnsNothing() {
        Answer nobody = Requests.get(handler, "2026-11-27", Map.of());
        Answer customer = Requests.get(handler, "nonsense", Map.of("sub", "u-2", "cognito:groups", "[customer]"));

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.errorCode()).isEqualTo("UNAUTHENTICATED");
        assertThat(customer.status()).isEqualTo(403);
        assertThat(customer.errorCode()).isEqualTo("FORBIDDEN");
        assertThat(metrics.asked).isEmpty();
    }

    /// Requirement 8.
    @ParameterizedTest
    @ValueSource(strings = {
        "2026-02-29", "2026-13-01", "2026-1-1", "today", "", "+2026-11-27", "2026-11-27T09", "٢٠٢٦-١١-٢٧"})
    void aDayThatIsNoneIsRefusedByName(String day) {
        Answer answer = Requests.get(handler, day, Requests.ADMIN);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.faults()).containsExactly("day INVALID_VALUE");
        assertThat(metrics.asked).isEmpty();
    }

    @Test
    void noCacheKeepsTheSales() {
        Answer answer = Requests.get(handler, "2026-11-27", Requests.ADMIN);

        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    }

    @Test
    void doesNotStartWithoutItsTable() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GetSalesHandler(Map.of()));
    }

    private JsonObject sales(String day) {
        Answer answer = Requests.get(handler, day, Requests.ADMIN);
        assertThat(answer.status()).isEqualTo(200);
        return answer.data();
    }

    private void add(LocalDateTime hour, Map<String, Long> amounts) {
        metrics.add(List.of(new Count(UUID.randomUUID().toString(), hour, amounts)));
    }
}
