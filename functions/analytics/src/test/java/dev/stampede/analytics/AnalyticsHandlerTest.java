package dev.stampede.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stampede.model.Actor;
import dev.stampede.model.Customer;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.event.OrderEvent;
import dev.stampede.model.wire.EventJson;
import dev.stampede.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The numbers are those of the package's requirements.
final class AnalyticsHandlerTest {

    private static final Instant LATE_EVENING = Instant.parse("2026-03-01T23:59:59.999Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-02T00:00:00Z");

    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final Actor STAFF = Actor.staff("admin@example.com", NEXT_DAY, Optional.empty());

    private final InMemorySalesMetrics metrics = new InMemorySalesMetrics();
    private final List<Integer> pauses = new ArrayList<>();
    private final List<String> putOff = new ArrayList<>();
    private final AnalyticsHandler handler = new AnalyticsHandler(
            new ProjectSales(metrics, pauses::add), (body, _, _) -> putOff.add(body));
    private final PlacedOrder placed = new PlacedOrder(
            "0b0f3a52-7d0e-5a3e-9d59-5b6f7c0c1d2e",
            new Customer(Optional.of("customer@example.com"), Optional.empty()),
            List.of(new OrderLine("rtx-4090", "RTX 4090 GPU", Money.ofMinor(1599_99), 2)),
            "tok_ok",
            "f".repeat(64),
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            LATE_EVENING);

    /// Requirements 3 and 4.
    @Test
    void countsEachEventInItsHour() {
        handle(OrderEvent.since(0, confirmed()));

        assertThat(metrics.amounts).containsExactlyInAnyOrderEntriesOf(Map.of(
                "2026-03-01T23:00 orders", 1L,
                "2026-03-01T23:00 units", 2L,
                "2026-03-02T00:00 confirmed", 1L,
                "2026-03-02T00:00 revenue", 3455_98L));
    }

    /// Requirement 2.
    @Test
    void countsARepeatOnce() {
        handle(OrderEvent.since(0, confirmed()));
        Map<String, Long> once = Map.copyOf(metrics.amounts);

        handle(OrderEvent.since(0, confirmed()));
        handle(OrderEvent.since(0, confirmed()).reversed());

        assertThat(metrics.amounts).isEqualTo(once);
    }

    /// Requirement 2.
    @Test
    void whatWasCountedHoldsUpNothingNew() {
        handle(OrderEvent.since(0, reserved()));

        handle(OrderEvent.since(0, confirmed()));

        assertThat(metrics.amounts)
                .containsEntry("2026-03-01T23:00 orders", 1L)
                .containsEntry("2026-03-02T00:00 confirmed", 1L);
        assertThat(pauses).isEmpty();
    }

    /// Requirement 1.
    @Test
    void countsAWholeBatchInOneTransaction() {
        List<OrderEvent> events = IntStream.range(0, 80)
                .mapToObj(i -> Order.rejected(another("order-" + i), Reason.SOLD_OUT, LATE_EVENING))
                .flatMap(order -> OrderEvent.since(0, order).stream())
                .toList();

        handle(events);

        assertThat(metrics.transactions).isEqualTo(1);
        assertThat(metrics.amounts).containsEntry("2026-03-01T23:00 rejects#SOLD_OUT", 80L);
    }

    /// Requirement 2.
    @Test
    void countsOnceWhatIsPublishedAgain() {
        Order refunded = refunded(shipped(), 55_98);
        handle(OrderEvent.since(0, refunded));
        Map<String, Long> once = Map.copyOf(metrics.amounts);

        handle(OrderEvent.ofStatus(refunded));

        assertThat(metrics.amounts).isEqualTo(once).containsEntry("2026-03-02T00:00 refunds", 1L);
    }

    /// Requirement 4.
    @Test
    void tellsWhyOrdersDidNotGoThrough() {
        handle(OrderEvent.since(0, Order.rejected(placed, Reason.SOLD_OUT, LATE_EVENING)));
        handle(OrderEvent.since(1, reserved().paymentDeclined(Reason.PAYMENT_DECLINED, NEXT_DAY).orElseThrow()));
        Order expired = Order.reserved(another("1"), LATE_EVENING, HOLD).expired(LATE_EVENING.plus(HOLD)).orElseThrow();
        handle(OrderEvent.since(1, expired));

        assertThat(metrics.amounts).containsExactlyInAnyOrderEntriesOf(Map.of(
                "2026-03-01T23:00 rejects", 1L,
                "2026-03-01T23:00 rejects#SOLD_OUT", 1L,
                "2026-03-02T00:00 cancels", 1L,
                "2026-03-02T00:00 cancels#PAYMENT_DECLINED", 1L,
                "2026-03-02T00:00 expired", 1L,
                "2026-03-02T00:00 expired#PAYMENT_TIMED_OUT", 1L));
    }

    /// Requirement 4.
    @Test
    void countsEachRefundByItsOwnAmount() {
        handle(OrderEvent.since(0, refunded(refunded(shipped(), 55_98), 3400_00)));

        assertThat(metrics.amounts)
                .containsEntry("2026-03-02T00:00 refunds", 2L)
                .containsEntry("2026-03-02T00:00 refunded", 3455_98L);
    }

    /// Requirement 4.
    @Test
    void takesBackWhatWasSoldAndThenCancelled() {
        handle(OrderEvent.since(0, cancelled(refunded(paid(), 55_98))));

        assertThat(metrics.amounts)
                .containsEntry("2026-03-02T00:00 revenue", 3455_98L)
                .containsEntry("2026-03-02T00:00 refunded", 55_98L)
                .containsEntry("2026-03-02T00:00 cancelled", 3400_00L)
                .containsEntry("2026-03-02T00:00 cancels#CANCELLED_BY_CUSTOMER", 1L);
    }

    /// Requirement 4.
    @Test
    void takesNothingBackOfWhatWasNeverSold() {
        handle(OrderEvent.since(0, cancelled(reserved())));

        assertThat(metrics.amounts)
                .containsKey("2026-03-02T00:00 cancels")
                .doesNotContainKey("2026-03-02T00:00 cancelled");
    }

    /// Requirement 5.
    @Test
    void waitsForAnotherTransaction() {
        metrics.busyFor = 3;

        handle(OrderEvent.since(0, reserved()));

        assertThat(pauses).containsExactly(0, 1, 2);
        assertThat(metrics.amounts).containsEntry("2026-03-01T23:00 orders", 1L);
    }

    /// Requirement 5.
    @Test
    void putsOffWhatStaysContended() {
        metrics.busyFor = ProjectSales.MAX_ROUNDS;
        OrderEvent event = OrderEvent.since(0, reserved()).getFirst();

        assertThat(handle(List.of(event))).isEmpty();
        assertThat(putOff).containsExactly(EventJson.write(event));
        assertThat(metrics.amounts).isEmpty();
    }

    /// Requirement 5.
    @Test
    void returnsAMessageThatIsNoEventAlone() {
        List<String> bodies = List.of("no event", EventJson.write(OrderEvent.since(0, reserved()).getFirst()));

        assertThat(handleBodies(bodies)).containsExactly("message-0");
        assertThat(metrics.amounts).containsEntry("2026-03-01T23:00 orders", 1L);
    }

    @Test
    void doesNotStartWithoutItsTable() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AnalyticsHandler(Map.of()));
    }

    private PlacedOrder another(String orderId) {
        return new PlacedOrder(orderId, placed.customer(), placed.lines(), placed.paymentToken(), placed.fingerprint(),
                placed.traceparent(), placed.placedAt());
    }

    private Order reserved() {
        return Order.reserved(placed, LATE_EVENING, HOLD);
    }

    private Order confirmed() {
        return reserved()
                .fraudDecided(new FraudCheck(Decision.APPROVED, 0, List.of()), LATE_EVENING)
                .flatMap(order -> order.paymentAuthorized(NEXT_DAY))
                .orElseThrow();
    }

    private Order paid() {
        return confirmed().paymentCaptured(NEXT_DAY).orElseThrow();
    }

    private Order shipped() {
        return paid().shipped(STAFF).orElseThrow();
    }

    private static Order refunded(Order order, long amount) {
        return order.refunded(new Refund(Money.ofMinor(amount), "key-" + order.version()), STAFF).orElseThrow();
    }

    private static Order cancelled(Order order) {
        return order.cancelled(Reason.CANCELLED_BY_CUSTOMER, Actor.customer(NEXT_DAY, Optional.empty())).orElseThrow();
    }

    private List<String> handle(List<OrderEvent> events) {
        return handleBodies(events.stream().map(EventJson::write).toList());
    }

    /// @return the ids of the messages that come back: `message-0` and so on
    private List<String> handleBodies(List<String> bodies) {
        List<Map<String, Object>> records = IntStream.range(0, bodies.size())
                .mapToObj(i -> Json.object("messageId", "message-" + i, "body", bodies.get(i),
                        "attributes", Json.object("ApproximateReceiveCount", "1")))
                .toList();
        byte[] event = Json.write(Json.object("Records", records)).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), out, null);
        return Json.readObject(out.toString(StandardCharsets.UTF_8)).objects("batchItemFailures").stream()
                .map(failure -> failure.string("itemIdentifier"))
                .toList();
    }
}
