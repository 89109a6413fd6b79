package dev.stampede.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.Customer;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.wire.EventJson;
import dev.stampede.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The numbers are those of the package's requirements.
final class AnalyticsHandlerTest {

    private static final Instant LATE_EVENING = Instant.parse("2026-03-01T23:59:59.999Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-02T00:00:00Z");

    private final InMemorySalesMetrics metrics = new InMemorySalesMetrics();
    private final List<Integer> pauses = new ArrayList<>();
    private final AnalyticsHandler handler = new AnalyticsHandler(new ProjectSales(metrics, pauses::add));
    private final PlacedOrder placed = new PlacedOrder(
            "0b0f3a52-7d0e-5a3e-9d59-5b6f7c0c1d2e",
            new Customer(Optional.of("customer@example.com"), Optional.empty()),
            List.of(new OrderLine("rtx-4090", "RTX 4090 GPU", Money.ofMinor(1599_99), 2)),
            "tok_ok",
            "f".repeat(64),
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            LATE_EVENING);

    @Test
    void countsEachEventOnItsDay_3_4() {
        handle(OrderEvent.since(0, confirmed()));

        assertThat(metrics.amounts).containsExactlyInAnyOrderEntriesOf(Map.of(
                "2026-03-01 orders", 1L,
                "2026-03-01 units", 2L,
                "2026-03-02 confirmed", 1L,
                "2026-03-02 revenue", 3455_98L));
    }

    @Test
    void countsARepeatOnce_2() {
        handle(OrderEvent.since(0, confirmed()));
        Map<String, Long> once = Map.copyOf(metrics.amounts);

        handle(OrderEvent.since(0, confirmed()));
        handle(OrderEvent.since(0, confirmed()).reversed());

        assertThat(metrics.amounts).isEqualTo(once);
    }

    @Test
    void tellsWhyOrdersDidNotGoThrough_4() {
        handle(OrderEvent.since(0, Order.rejected(placed, Reason.SOLD_OUT, LATE_EVENING)));
        handle(OrderEvent.since(1, Order.reserved(placed, LATE_EVENING).paymentDeclined(NEXT_DAY).orElseThrow()));

        assertThat(metrics.amounts).containsExactlyInAnyOrderEntriesOf(Map.of(
                "2026-03-01 rejects", 1L,
                "2026-03-01 rejects#SOLD_OUT", 1L,
                "2026-03-02 cancels", 1L,
                "2026-03-02 cancels#PAYMENT_DECLINED", 1L));
    }

    @Test
    void waitsForAnotherTransaction_5() {
        metrics.busyFor = 3;

        handle(OrderEvent.since(0, Order.reserved(placed, LATE_EVENING)));

        assertThat(pauses).containsExactly(0, 1, 2);
        assertThat(metrics.amounts).containsEntry("2026-03-01 orders", 1L);
    }

    @Test
    void failsTheCallWhenItStaysContended_5() {
        metrics.busyFor = ProjectSales.MAX_TRIES;

        assertThatThrownBy(() -> handle(OrderEvent.since(0, Order.reserved(placed, LATE_EVENING))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotStartWithoutItsTable() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AnalyticsHandler(Map.of()));
    }

    private Order confirmed() {
        return Order.reserved(placed, LATE_EVENING)
                .fraudDecided(new FraudCheck(Decision.APPROVED, 0, List.of()), LATE_EVENING)
                .flatMap(order -> order.paymentAuthorized(NEXT_DAY))
                .orElseThrow();
    }

    private void handle(List<OrderEvent> events) {
        List<Map<String, Object>> records = events.stream()
                .map(event -> Json.object("Sns", Json.object("Message", EventJson.write(event))))
                .toList();
        byte[] event = Json.write(Json.object("Records", records)).getBytes(StandardCharsets.UTF_8);
        handler.handleRequest(new ByteArrayInputStream(event), OutputStream.nullOutputStream(), null);
    }
}
