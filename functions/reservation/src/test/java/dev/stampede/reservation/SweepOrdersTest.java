package dev.stampede.reservation;

import static dev.stampede.testing.Recorded.HOLD;
import static dev.stampede.testing.Recorded.ID;
import static dev.stampede.testing.Recorded.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Actor;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.Money;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.Reason;
import dev.stampede.reservation.SweepOrders.Swept;
import dev.stampede.testing.Placed;
import dev.stampede.testing.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SweepOrdersTest {

    private static final Instant OVER = NOON.plus(HOLD);

    private final InMemoryDueOrders orders = new InMemoryDueOrders();

    /// Requirement 23: RESERVED is the one status that a sweep ends, and only after its hold.
    @ParameterizedTest
    @EnumSource
    void onlyAReservationThatHasRunOutIsEnded(Recorded state) {
        orders.recordDue(state.order, OVER);
        boolean held = state.order.status() == OrderStatus.RESERVED;
        Instant holdOver = held ? state.order.holdUntil() : OVER;

        assertThat(sweep(holdOver.minusMillis(1)).expired()).isZero();
        Swept swept = sweep(holdOver);

        assertThat(swept.expired()).isEqualTo(held ? 1 : 0);
        assertThat(orders.stored(ID).status()).isEqualTo(held ? OrderStatus.EXPIRED : state.order.status());
    }

    /// Requirement 23.
    @Test
    void theReasonSaysWhatWasAwaited() {
        orders.recordDue(Recorded.RESERVED.order, OVER);
        sweep(OVER);
        assertThat(orders.stored(ID).reason()).contains(Reason.PAYMENT_TIMED_OUT);

        orders.recordDue(Recorded.IN_REVIEW.order, OVER);
        sweep(Recorded.IN_REVIEW.order.holdUntil());
        assertThat(orders.stored(ID).reason()).contains(Reason.REVIEW_TIMED_OUT);
    }

    /// Requirement 24: minutes until the next look at an order whose units are where its status found them.
    @ParameterizedTest
    @CsvSource({"RESERVED,2,10", "RESERVED,4,10", "RESERVED,6,9", "IN_REVIEW,2,1438",
        "CONFIRMED,2,10", "PAID,2,10", "SHIPPED,2,10", "DELIVERED,2,10", "RETURN_REQUESTED,2,10", "RETURNED,2,10",
        "REFUNDED,2,10", "CANCELLED,2,10", "CANCELLED_PAID,2,10", "EXPIRED,17,10"})
    void anOrderThatSomebodyHasToActOnIsLookedAtAgain(Recorded state, int minute, int minutes) {
        Instant now = NOON.plus(Duration.ofMinutes(minute));
        orders.recordDue(state.order, now);

        assertThat(sweep(now)).isEqualTo(new Swept(0, 1, 0));

        assertThat(orders.replays(ID)).isEqualTo(1);
        assertThat(orders.dueAt(ID)).contains(now.plus(Duration.ofMinutes(minutes)));
        assertThat(orders.stored(ID)).isSameAs(state.order);
    }

    /// Requirement 24: with its units where they belong, only open money is awaited.
    @ParameterizedTest
    @CsvSource({"CONFIRMED,false", "PAID,false", "SHIPPED,false", "DELIVERED,false", "RETURN_REQUESTED,false",
        "RETURNED,false", "REFUNDED,true", "CANCELLED,true", "CANCELLED_PAID,true", "EXPIRED,true"})
    void anOrderWithItsUnitsWhereTheyBelongIsLookedAtAgainOnlyForItsMoney(Recorded state, boolean again) {
        orders.recordDue(state.withItsUnits(), OVER);

        sweep(OVER);

        assertThat(orders.replays(ID)).isEqualTo(1);
        assertThat(orders.dueAt(ID)).isEqualTo(again ? Optional.of(OVER.plus(SweepOrders.PATIENCE)) : Optional.empty());
    }

    /// Requirement 24: that a part refund was paid shows nowhere, so it is said again for two days, less and less
    /// often.
    @ParameterizedTest
    @CsvSource({"2,10", "9,10", "11,11", "60,60", "2879,2879", "2880,"})
    void afterAPartRefundTheNextLookIsAfterTwiceAsLong(int age, Integer minutes) {
        Order refunded = Recorded.PAID.withItsUnits()
                .refunded(new Refund(Money.ofMinor(1), "part"),
                        Actor.staff("staff@example.com", NOON, Optional.empty()))
                .orElseThrow();
        Instant now = NOON.plus(Duration.ofMinutes(age));
        orders.recordDue(refunded, now);

        sweep(now);

        assertThat(orders.replays(ID)).isEqualTo(1);
        assertThat(orders.dueAt(ID))
                .isEqualTo(Optional.ofNullable(minutes).map(it -> now.plus(Duration.ofMinutes(it))));
    }

    /// Requirement 24.
    @ParameterizedTest
    @EnumSource(names = {"REFUNDED", "CANCELLED", "CANCELLED_PAID", "EXPIRED"})
    void anEndedOrderWhoseMoneyIsSettledTooIsLeftAlone(Recorded state) {
        Order order = state.withItsUnits();
        orders.recordDue(order.paymentVoided().or(order::paymentRefunded).orElseThrow(), OVER);

        sweep(OVER);

        assertThat(orders.dueAt(ID)).isEmpty();
    }

    /// Requirement 25.
    @Test
    void anOrderThatIsConfirmedAtTheLastMomentIsNotEnded() {
        orders.recordDue(Recorded.RESERVED.order, OVER);
        orders.meanwhile(() -> orders.record(Recorded.CONFIRMED.order));

        assertThat(sweep(OVER)).isEqualTo(new Swept(0, 0, 0));
        assertThat(orders.stored(ID)).isSameAs(Recorded.CONFIRMED.order);
    }

    /// Requirement 25.
    @Test
    void aReviewThatBeginsAtTheLastMomentKeepsTheReservation() {
        Order paid = Recorded.RESERVED.order.paymentAuthorized(NOON).orElseThrow();
        orders.recordDue(paid, OVER);
        FraudCheck unsure = new FraudCheck(Decision.REVIEW, 60, List.of());
        orders.meanwhile(() -> orders.move(paid, order -> order.fraudDecided(unsure, OVER.minusMillis(1))));

        assertThat(sweep(OVER).expired()).isZero();
        assertThat(orders.stored(ID).status()).isEqualTo(OrderStatus.RESERVED);
    }

    /// Requirement 23: a card that gives no answer is asked once more half way, and then its units go to others.
    @Test
    void anOrderWhoseCardGivesNoAnswerIsSaidAgainAndEndsAtItsShortHold() {
        orders.recordDue(Recorded.RESERVED.order, OVER);
        Instant soon = NOON.plus(Duration.ofMinutes(2));
        orders.move(Recorded.RESERVED.order, order -> order.paymentUnanswered(soon));

        assertThat(sweep(soon.minusSeconds(61))).isEqualTo(new Swept(0, 0, 0));
        assertThat(sweep(soon.minusSeconds(60))).isEqualTo(new Swept(0, 1, 0));
        assertThat(orders.dueAt(ID)).contains(soon);
        assertThat(sweep(soon)).isEqualTo(new Swept(1, 0, 0));
        assertThat(orders.stored(ID).reason()).contains(Reason.PAYMENT_TIMED_OUT);
    }

    /// Requirement 25.
    @Test
    void anAnswerOfTheCardAtTheLastMomentKeepsTheReservation() {
        Instant soon = NOON.plus(Duration.ofMinutes(2));
        Order unanswered = Recorded.RESERVED.order.paymentUnanswered(soon).orElseThrow();
        orders.recordDue(unanswered, soon);
        orders.meanwhile(() -> orders.move(unanswered, order -> order.paymentAuthorized(soon.minusMillis(1), HOLD)));

        assertThat(sweep(soon)).isEqualTo(new Swept(0, 0, 0));
        assertThat(orders.stored(ID).payment()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(orders.stored(ID).holdUntil()).isEqualTo(soon.minusMillis(1).plus(HOLD));
    }

    /// Requirement 25.
    @Test
    void anOrderThatMovesWhileItIsLookedAtIsNotReplayed() {
        orders.recordDue(Recorded.PAID.order, OVER);
        orders.meanwhile(() -> orders.move(
                Recorded.PAID.order, order -> order.shipped(Actor.staff("staff", OVER, Optional.empty()))));

        sweep(OVER);

        assertThat(orders.replays(ID)).isZero();
        assertThat(orders.dueAt(ID)).contains(OVER.plus(Duration.ofMinutes(2)));
    }

    /// Requirement 25: a clock that is behind ends nothing twice, and one that is ahead is held by the order itself.
    @Test
    void sweepersWhoseClocksDifferDoNoHarm() {
        orders.recordDue(Recorded.RESERVED.order, OVER);
        assertThat(sweep(OVER.plusSeconds(2)).expired()).isEqualTo(1);
        long version = orders.stored(ID).version();

        sweep(OVER.minusSeconds(2));
        sweep(OVER.plusSeconds(4));

        assertThat(orders.stored(ID).version()).isEqualTo(version);
        assertThat(orders.replays(ID)).isZero();
    }

    /// Requirement 26.
    @Test
    void aBrokenOrderKeepsNoOtherFromItsTurn() {
        List<String> ids = record(9);
        orders.broken.addAll(List.of(ids.get(0), ids.get(4)));

        assertThat(sweep(OVER.plusSeconds(60))).isEqualTo(new Swept(7, 0, 2));
        assertThat(orders.stored(ids.get(8)).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(orders.stored(ids.get(4)).status()).isEqualTo(OrderStatus.RESERVED);
    }

    /// Requirement 26.
    @Test
    void aPageOfBrokenOrdersHidesNoneBehindIt() {
        List<String> ids = record(SweepOrders.PAGE + 3);
        orders.broken.addAll(ids.subList(0, SweepOrders.PAGE));

        assertThat(sweep(OVER.plus(HOLD))).isEqualTo(new Swept(3, 0, SweepOrders.PAGE));
    }

    /// Requirement 27.
    @Test
    void pagesFollowEachOtherWhileThereIsTime() {
        record(2 * SweepOrders.PAGE + 7);

        assertThat(sweep(OVER.plus(HOLD)).expired()).isEqualTo(2 * SweepOrders.PAGE + 7);
    }

    /// Requirement 27.
    @Test
    void whatThereIsNoTimeForIsLeftToTheNextSweepTheLongestDueGoingFirst() {
        List<String> ids = record(9);
        AtomicInteger checks = new AtomicInteger();

        Swept swept = sweeper(OVER.plus(HOLD)).sweep(() -> checks.incrementAndGet() <= 5);

        assertThat(swept.expired()).isBetween(1, 5);
        assertThat(ids).extracting(id -> orders.stored(id).status() == OrderStatus.EXPIRED)
                .containsExactlyElementsOf(IntStream.range(0, 9).mapToObj(i -> i < swept.expired()).toList());
        assertThat(sweep(OVER.plus(HOLD)).expired()).isEqualTo(9 - swept.expired());
    }

    /// Due one second after the other.
    private List<String> record(int count) {
        return IntStream.range(0, count).mapToObj(second -> {
            Order order = Order.reserved(Placed.order(Placed.line("any", 1)), NOON, HOLD);
            orders.recordDue(order, OVER.plusMillis(second));
            return order.orderId();
        }).toList();
    }

    private Swept sweep(Instant now) {
        return sweeper(now).sweep(() -> true);
    }

    private SweepOrders sweeper(Instant now) {
        return new SweepOrders(orders, orders, InstantSource.fixed(now));
    }
}
