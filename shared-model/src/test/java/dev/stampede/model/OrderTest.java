package dev.stampede.model;

import static dev.stampede.model.Orders.APPROVED;
import static dev.stampede.model.Orders.LATER;
import static dev.stampede.model.Orders.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.FraudCheck.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// What the table of [OrderStatesTest] cannot say.
class OrderTest {

    @Test
    void anAcceptedOrderIsRecordedWithItsReservation() {
        Order order = Orders.reserved();

        assertThat(order.status()).isEqualTo(OrderStatus.RESERVED);
        assertThat(order.stock()).isEqualTo(StockState.RESERVED);
        assertThat(order.holdUntil()).isEqualTo(LATER.plus(Duration.ofMinutes(15)));
        assertThat(order.updatedAt()).isEqualTo(LATER);
        assertThat(order.history()).containsExactly(new HistoryEntry(EventType.ORDER_CREATED, 1, OrderStatus.RESERVED,
                LATER, "process-order", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void anOrderThatCouldNotBeHadIsRecordedWithoutUnits() {
        Order order = Orders.rejected();

        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(order.reason()).contains(Reason.SOLD_OUT);
        assertThat(order.stock()).isEqualTo(StockState.NONE);
        assertThat(order.history()).containsExactly(new HistoryEntry(EventType.ORDER_REJECTED, 1, OrderStatus.REJECTED,
                LATER, "process-order", Optional.of(Reason.SOLD_OUT), Optional.empty(), Optional.empty()));
    }

    @Test
    void aReservationRunsOutAtTheMomentItWasHeldUntilAndNotBefore() {
        Order order = Orders.reserved();

        assertThat(order.expired(order.holdUntil().minusNanos(1))).isEmpty();
        assertThat(order.expired(order.holdUntil())).isPresent();
    }

    @Test
    void anOrderUnderReviewIsHeldForADay() {
        Order order = Orders.reserved().paymentAuthorized(LATER).orElseThrow()
                .fraudDecided(REVIEW, LATER).orElseThrow();
        Instant ends = LATER.plus(Order.REVIEW_HOLD);

        assertThat(order.expired(ends.minusNanos(1))).isEmpty();
        assertThat(order.expired(ends).orElseThrow().reason()).contains(Reason.REVIEW_TIMED_OUT);
    }

    @Test
    void anOrderThatIsNotPaidForIsNotHeldForItsReview() {
        Order order = Orders.reserved().fraudDecided(REVIEW, LATER).orElseThrow();

        assertThat(order.holdUntil()).isEqualTo(Orders.reserved().holdUntil());
        assertThat(order.paymentAuthorized(LATER).orElseThrow().holdUntil()).isEqualTo(LATER.plus(Order.REVIEW_HOLD));
    }

    @Test
    void anOrderWhoseCardGivesNoAnswerIsHeldForLessAndEndsThen() {
        Instant soon = LATER.plusSeconds(120);
        Order order = Orders.reserved().paymentUnanswered(soon).orElseThrow();

        assertThat(order.expired(soon.minusNanos(1))).isEmpty();
        assertThat(order.expired(soon).orElseThrow().reason()).contains(Reason.PAYMENT_TIMED_OUT);
    }

    @Test
    void whoAsksAgainAndAgainHoldsNothingForLonger() {
        Order order = Orders.reserved().paymentUnanswered(LATER.plusSeconds(120)).orElseThrow();

        assertThat(order.paymentUnanswered(LATER.plusSeconds(120))).isEmpty();
        assertThat(order.paymentUnanswered(LATER.plusSeconds(180))).isEmpty();
    }

    @Test
    void theAnswerThatComesAfterAllGivesTheLongHoldBack() {
        Order order = Orders.reserved().paymentUnanswered(LATER.plusSeconds(120)).orElseThrow();
        Instant at = LATER.plusSeconds(100);

        assertThat(order.paymentAuthorized(at, Duration.ofMinutes(15)).orElseThrow().holdUntil())
                .isEqualTo(at.plus(Duration.ofMinutes(15)));
        assertThat(Orders.reserved().paymentAuthorized(LATER, Duration.ofMinutes(1)).orElseThrow().holdUntil())
                .isEqualTo(Orders.reserved().holdUntil());
    }

    @Test
    void aReviewNeverShortensAHold() {
        Order order = Order.reserved(Orders.placed(), LATER, Duration.ofDays(3))
                .paymentAuthorized(LATER).orElseThrow()
                .fraudDecided(REVIEW, LATER).orElseThrow();

        assertThat(order.holdUntil()).isEqualTo(LATER.plus(Duration.ofDays(3)));
    }

    @Test
    void aReviewKeepsWhatTheRulesFound() {
        Order order = Orders.reserved().fraudDecided(REVIEW, LATER).orElseThrow();

        assertThat(order.fraudReviewed(true, Orders.staff("known")).orElseThrow().fraud())
                .isEqualTo(new FraudCheck(Decision.APPROVED, REVIEW.score(), REVIEW.rules()));
    }

    @Test
    void rulesThatDecideNothingAreABug() {
        assertThatThrownBy(() -> Orders.reserved().fraudDecided(FraudCheck.PENDING, LATER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = Mode.EXCLUDE, names = {"PAYMENT_DECLINED", "PAYMENT_UNAVAILABLE"})
    void aPaymentIsDeclinedForAPaymentsReason(Reason reason) {
        assertThatThrownBy(() -> Orders.reserved().paymentDeclined(reason, LATER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = Mode.EXCLUDE, names = {"RESTOCKED", "WRITTEN_OFF"})
    void returnedUnitsAreRestockedOrWrittenOff(Reason reason) {
        Order order = delivered().returnRequested(Orders.staff("broken")).orElseThrow();

        assertThatThrownBy(() -> order.returned(reason, Orders.staff("back")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void historyTellsTheStoryWithoutGaps() {
        Order order = Orders.reserved().fraudDecided(REVIEW, LATER).orElseThrow()
                .fraudReviewed(true, Orders.staff("known")).orElseThrow()
                .paymentAuthorized(LATER).orElseThrow()
                .paymentCaptured(LATER).orElseThrow();

        assertThat(order.history()).extracting(HistoryEntry::version).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(order.history()).extracting(HistoryEntry::type).containsExactly(
                EventType.ORDER_CREATED, EventType.FRAUD_REVIEWED, EventType.FRAUD_REVIEWED,
                EventType.PAYMENT_AUTHORIZED, EventType.ORDER_CONFIRMED, EventType.PAYMENT_CAPTURED);
        assertThat(order.history()).extracting(HistoryEntry::by).containsExactly(
                "process-order", "fraud", "staff:ann@example.com", "payment", "payment", "payment");
    }

    @Test
    void historyCannotBeChangedFromOutside() {
        assertThatThrownBy(() -> Orders.captured().history().removeLast())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anOrderUpdatesWithItsLastEntry() {
        Instant at = LATER.plusSeconds(9);

        assertThat(Orders.reserved().fraudDecided(APPROVED, at).orElseThrow().updatedAt()).isEqualTo(at);
    }

    private static Order delivered() {
        return Orders.captured().shipped(Orders.staff("sent")).orElseThrow()
                .delivered(Orders.staff("there")).orElseThrow();
    }
}
