package dev.stampede.model.table;

import static dev.stampede.model.Orders.LATER;
import static dev.stampede.model.table.Attributes.number;
import static dev.stampede.model.table.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Actor;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.Orders;
import dev.stampede.model.Reason;
import dev.stampede.model.StockState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderWritesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("[:#]\\w+");

    @Test
    void aTransitionIsWrittenOnlyOverWhatWasSeen() {
        Order before = Orders.reserved();
        Order after = before.paymentAuthorized(LATER).orElseThrow();

        ConditionalUpdate update = OrderWrites.transition(before, after);

        assertThat(update.key()).isEqualTo(OrdersTable.key(before.orderId()));
        assertThat(update.condition())
                .isEqualTo("#version = :before AND payment = :paymentBefore AND holdUntil = :holdBefore");
        assertThat(update.values()).containsEntry(":before", number(1)).containsEntry(":paymentBefore", text("PENDING"))
                .containsEntry(":holdBefore", text(before.holdUntil().toString()))
                .containsEntry(":version", number(2)).containsEntry(":payment", text("AUTHORIZED"))
                .containsEntry(":status", text("RESERVED"));
        assertThat(update.values().get(":fraud").m()).containsEntry("decision", text("PENDING"));
    }

    @Test
    void onlyNewHistoryIsAppended() {
        Order after = Orders.reserved().paymentDeclined(Reason.PAYMENT_DECLINED, LATER).orElseThrow();

        assertThat(OrderWrites.transition(Orders.reserved(), after).values().get(":added"))
                .isEqualTo(OrdersTable.history(after.history().subList(1, 3)));
    }

    @Test
    void whatIsNoEventAppendsNothing() {
        Order before = Orders.reserved().cancelled(Reason.CANCELLED_BY_STAFF, Orders.staff("")).orElseThrow();
        Order voided = before.paymentVoided().orElseThrow();

        assertThat(OrderWrites.transition(before, voided).update()).doesNotContain("history");
    }

    @Test
    void whereTheUnitsAreIsNotWrittenByATransition() {
        assertThat(OrderWrites.transition(Orders.reserved(), Orders.confirmed()).update()).doesNotContain("stock");
    }

    @Test
    void aReviewWritesTheLongerHold() {
        Order authorized = Orders.reserved().paymentAuthorized(LATER).orElseThrow();
        Order after = authorized.fraudDecided(Orders.REVIEW, LATER).orElseThrow();

        assertThat(OrderWrites.transition(authorized, after).values())
                .containsEntry(":holdUntil", text("2026-01-02T10:00:02.123Z"));
    }

    @Test
    void theReasonIsWrittenWithAnOrderThatCameToNothing() {
        Order after = Orders.reserved().paymentDeclined(Reason.PAYMENT_UNAVAILABLE, LATER).orElseThrow();
        ConditionalUpdate update = OrderWrites.transition(Orders.reserved(), after);

        assertThat(update.update()).contains(", #reason = :reason");
        assertThat(update.values()).containsEntry(":reason", text("PAYMENT_UNAVAILABLE"));
        assertThat(OrderWrites.transition(Orders.reserved(), Orders.confirmed()).update()).doesNotContain("reason");
    }

    static List<Function<Order, Optional<Order>>> heard() {
        return List.of(
                order -> order.cancelled(Reason.CANCELLED_BY_CUSTOMER, Actor.customer(LATER, Optional.empty())),
                order -> order.shipped(Orders.staff("sent")),
                order -> order.refunded(new Refund(Money.ofMinor(1), "part"), Orders.staff("")),
                order -> order.refunded(new Refund(order.refundable(), "all"), Orders.staff("")));
    }

    @ParameterizedTest
    @MethodSource("heard")
    void aNewStatusOrARefundMustBeAcknowledgedWithinTwoMinutes(Function<Order, Optional<Order>> transition) {
        Order after = transition.apply(Orders.captured()).orElseThrow();
        ConditionalUpdate update = OrderWrites.transition(Orders.captured(), after);

        assertThat(update.update()).contains(", dueShard = :dueShard, dueAt = :dueAt");
        assertThat(update.values()).containsEntry(":dueShard", text(OrdersTable.dueShard(after.orderId())))
                .containsEntry(":dueAt", text(after.updatedAt().plus(Duration.ofMinutes(2)).toString()));
    }

    @Test
    void whatHappensWithinAStatusKeepsTheDateThatTheOrderHas() {
        Order refunded = Orders.captured().refunded(new Refund(Orders.captured().refundable(), "all"), Orders.staff(""))
                .orElseThrow();
        Order authorized = Orders.reserved().paymentAuthorized(LATER).orElseThrow();

        assertThat(OrderWrites.transition(Orders.reserved(), authorized).update()).doesNotContain("due");
        assertThat(OrderWrites.transition(Orders.confirmed(), Orders.captured()).update()).doesNotContain("due");
        assertThat(OrderWrites.transition(refunded, refunded.paymentRefunded().orElseThrow()).update())
                .doesNotContain("due");
    }

    @Test
    void anOrderThatIsHeldForLessIsLookedAtBeforeItsHoldEnds() {
        Order after = Orders.reserved().paymentUnanswered(LATER.plusSeconds(130)).orElseThrow();
        ConditionalUpdate update = OrderWrites.transition(Orders.reserved(), after);

        assertThat(update.values()).containsEntry(":holdUntil", text(LATER.plusSeconds(130).toString()))
                .containsEntry(":dueAt", text(LATER.plusSeconds(70).toString()))
                .containsEntry(":dueShard", text(OrdersTable.dueShard(after.orderId())));
    }

    @Test
    void unitsAreMarkedOnceAndOnlyWhileTheStatusWantsThemThere() {
        ConditionalUpdate update =
                OrderWrites.stockMoved("o-1", OrderStatus.CONFIRMED, StockState.RESERVED, StockState.SOLD);

        assertThat(update).isEqualTo(new ConditionalUpdate(
                OrdersTable.key("o-1"),
                "SET stock = :to",
                "stock = :from AND #status = :status",
                Map.of("#status", "status"),
                Map.of(":from", text("RESERVED"), ":to", text("SOLD"), ":status", text("CONFIRMED"))));
    }

    @Test
    void whoMovedTheUnitsOnHearingOfTheLastChangeTakesTheOrderOutAndNobodyElse() {
        Order confirmed = Orders.confirmed();
        ConditionalUpdate update = OrderWrites.stockMovedAcknowledging(confirmed, StockState.SOLD);

        assertThat(update.update()).isEqualTo("SET stock = :to REMOVE dueShard, dueAt");
        assertThat(update.condition()).isEqualTo(
                "stock = :from AND #status = :status AND (attribute_not_exists(dueAt) OR dueAt = :seenDueAt)");
        assertThat(update.values()).containsEntry(":status", text("CONFIRMED"))
                .containsEntry(":seenDueAt",
                        OrderWrites.transition(Orders.reserved(), confirmed).values().get(":dueAt"));
    }

    @Test
    void aReplayIsCountedAndLookedAtAgainOrNotAnyMore() {
        Instant next = Instant.parse("2026-01-01T11:00:00Z");
        ConditionalUpdate again = OrderWrites.replayed(Orders.reserved(), Optional.of(next));
        assertThat(again.update()).isEqualTo("SET replays = if_not_exists(replays, :none) + :one, dueAt = :next");
        assertThat(again.values()).containsEntry(":next", text("2026-01-01T11:00:00.000Z"));

        ConditionalUpdate last = OrderWrites.replayed(Orders.reserved(), Optional.empty());
        assertThat(last.update())
                .isEqualTo("SET replays = if_not_exists(replays, :none) + :one REMOVE dueShard, dueAt");
        assertThat(last.values()).doesNotContainKey(":next");
        assertThat(List.of(again, last)).allSatisfy(update -> {
            assertThat(update.condition()).isEqualTo("#version = :version AND attribute_exists(dueShard)");
            assertThat(update.values()).containsEntry(":version", number(1)).containsEntry(":one", number(1));
        });
    }

    @Test
    void everyPlaceholderIsUsedAndDefined() {
        Order cancelled = Orders.captured().cancelled(Reason.CANCELLED_BY_STAFF, Orders.staff("")).orElseThrow();
        for (ConditionalUpdate update : List.of(
                OrderWrites.transition(Orders.reserved(), Orders.confirmed()),
                OrderWrites.transition(Orders.captured(), cancelled),
                OrderWrites.transition(cancelled, cancelled.paymentRefunded().orElseThrow()),
                OrderWrites.replayed(cancelled, Optional.empty()),
                OrderWrites.stockMoved("o", OrderStatus.EXPIRED, StockState.RESERVED, StockState.RELEASED),
                OrderWrites.stockMovedAcknowledging(cancelled, StockState.RELEASED))) {
            assertThat(PLACEHOLDER.matcher(update.update() + " " + update.condition()).results().map(it -> it.group()))
                    .containsAll(update.names().keySet()).containsAll(update.values().keySet())
                    .allMatch(name -> update.names().containsKey(name) || update.values().containsKey(name));
        }
    }
}
