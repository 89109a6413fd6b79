package dev.stampede.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Actor;
import dev.stampede.model.EventType;
import dev.stampede.model.FraudCheck;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.OrderTransitions.Outcome.Moved;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.StockState;
import dev.stampede.reservation.SweepOrders.Swept;
import dev.stampede.testing.Placed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every adapter of [DueOrders] does. A test of an adapter extends it, and says how to get at what is stored.
///
/// Tests may share one table: each has a day of its own, earlier than those of the tests before it, so that what they
/// left is not due yet.
public abstract class DueOrdersContract {

    private static final Instant LAST_DAY = Instant.parse("2020-01-01T12:00:00Z");
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final Instant noon = LAST_DAY.minus(Duration.ofDays(DAYS.incrementAndGet()));

    protected abstract DueOrders dueOrders();

    protected abstract OrderTransitions transitions();

    /// As it is recorded when it is reserved.
    protected abstract void record(Order order);

    protected abstract Order stored(String orderId);

    protected abstract long replays(String orderId);

    /// As inventory marks it: the order's status wanted its units there.
    protected abstract void unitsMoved(Order order, StockState to);

    @Test
    void anOrderIsDueTwoMinutesAfterItWasRecordedAndNotBefore() {
        Order order = reserved(noon, Duration.ofMinutes(15));

        assertThat(due(noon.plusSeconds(120).minusMillis(1))).isEmpty();
        assertThat(due(noon.plusSeconds(120))).containsExactly(order);
    }

    @Test
    void anOrderWhoseHoldIsShorterIsDueWhenThatHasRunOut() {
        Order order = reserved(noon, Duration.ofSeconds(30));

        assertThat(due(noon.plusSeconds(29))).isEmpty();
        assertThat(due(noon.plusSeconds(30))).containsExactly(order);
    }

    @Test
    void anOrderWhoseCardGaveNoAnswerIsDueAMinuteBeforeItsHoldRunsOut() {
        Order order = reserved(noon, Duration.ofMinutes(15));
        dueOrders().replay(order, Optional.of(noon.plusSeconds(720)));
        Order unanswered = moved(order, order.paymentUnanswered(noon.plusSeconds(300)));

        assertThat(due(noon.plusSeconds(239))).isEmpty();
        assertThat(due(noon.plusSeconds(240))).containsExactly(unanswered);
    }

    @Test
    void theLongestDueComeFirstAndNoMoreThanWereAskedFor() {
        List<Order> placed = new ArrayList<>();
        List<Integer> seconds = new ArrayList<>(IntStream.range(0, 120).boxed().toList());
        Collections.shuffle(seconds);
        seconds.forEach(second -> placed.add(reserved(noon.plusSeconds(second), Duration.ofMinutes(15))));
        placed.sort(Comparator.comparing(order -> order.placed().placedAt()));

        assertThat(dueOrders().due(noon.plusSeconds(3600), 115)).isEqualTo(placed.subList(0, 115));
        assertThat(due(noon.plusSeconds(3600))).isEqualTo(placed);
    }

    @Test
    void anOrderComesAsItStandsNow() {
        Order order = reserved(noon, Duration.ofMinutes(15));
        Order authorized = moved(order, order.paymentAuthorized(noon.plusSeconds(3)));

        assertThat(due(noon.plusSeconds(120))).containsExactly(authorized);
    }

    @Test
    void anOrderWhoseUnitsWereMovedIsNotDueAnyMore() {
        Order confirmed = confirmed();
        unitsMoved(confirmed, StockState.SOLD);

        assertThat(due(noon.plusSeconds(3600))).isEmpty();
    }

    @Test
    void whatHappensToAnOrderAfterwardsMustBeAcknowledgedAgain() {
        Order confirmed = confirmed();
        unitsMoved(confirmed, StockState.SOLD);
        Order paid = moved(stored(confirmed.orderId()), stored(confirmed.orderId()).paymentCaptured(noon));
        assertThat(due(noon.plusSeconds(3600))).isEmpty();

        Order shipped = moved(paid, paid.shipped(Actor.staff("staff", noon.plusSeconds(10), Optional.empty())));

        assertThat(due(noon.plusSeconds(129))).isEmpty();
        assertThat(due(noon.plusSeconds(130))).containsExactly(shipped);
    }

    @Test
    void aReplayIsCountedAndPutsTheOrderOffAndChangesNothingOfIt() {
        Order order = reserved(noon, Duration.ofMinutes(15));

        dueOrders().replay(order, Optional.of(noon.plusSeconds(600)));
        assertThat(due(noon.plusSeconds(599))).isEmpty();
        assertThat(due(noon.plusSeconds(600))).containsExactly(order);
        assertThat(replays(order.orderId())).isEqualTo(1);

        dueOrders().replay(order, Optional.of(noon.plusSeconds(900)));
        assertThat(replays(order.orderId())).isEqualTo(2);
        assertThat(stored(order.orderId())).isEqualTo(order);
    }

    @Test
    void afterTheLastReplayAnOrderIsNotDueAnyMore() {
        Order confirmed = confirmed();

        dueOrders().replay(confirmed, Optional.empty());

        assertThat(replays(confirmed.orderId())).isEqualTo(1);
        assertThat(due(noon.plusSeconds(3600))).isEmpty();
    }

    @Test
    void anOrderThatHasChangedSinceItWasSeenIsNotReplayed() {
        Order seen = reserved(noon, Duration.ofMinutes(15));
        Actor customer = Actor.customer(noon, Optional.empty());
        Order cancelled = moved(seen, seen.cancelled(Reason.CANCELLED_BY_CUSTOMER, customer));

        dueOrders().replay(seen, Optional.of(noon.plusSeconds(600)));

        assertThat(replays(seen.orderId())).isZero();
        assertThat(due(noon.plusSeconds(120))).containsExactly(cancelled);
    }

    @Test
    void anOrderWhoseUnitsWereMovedSinceItWasSeenIsNotReplayed() {
        Order seen = confirmed();
        unitsMoved(seen, StockState.SOLD);

        dueOrders().replay(seen, Optional.of(noon.plusSeconds(600)));

        assertThat(replays(seen.orderId())).isZero();
        assertThat(due(noon.plusSeconds(3600))).isEmpty();
    }

    @Test
    void ofSweepersAtOnceExactlyOneExpiresAnOrder() {
        List<Order> orders = IntStream.range(0, 8).mapToObj(_ -> reserved(noon, Duration.ofMinutes(15))).toList();
        InstantSource clock = InstantSource.fixed(noon.plusSeconds(900));

        List<Swept> swept = atOnce(4, () -> new SweepOrders(dueOrders(), transitions(), clock).sweep(() -> true));

        assertThat(swept.stream().mapToInt(Swept::expired).sum()).isEqualTo(orders.size());
        assertThat(swept).allMatch(each -> each.failed() == 0);
        assertThat(orders).allSatisfy(order -> {
            Order stored = stored(order.orderId());
            assertThat(stored.status()).isEqualTo(OrderStatus.EXPIRED);
            assertThat(stored.history()).extracting(entry -> entry.type()).containsOnlyOnce(EventType.ORDER_EXPIRED);
        });
        assertThat(due(noon.plusSeconds(900))).isEmpty();
    }

    private Order reserved(Instant at, Duration hold) {
        PlacedOrder placed = Placed.order(Placed.line("any", 1));
        Order order = Order.reserved(new PlacedOrder(placed.orderId(), placed.customer(), placed.lines(),
                placed.paymentToken(), placed.fingerprint(), placed.traceparent(), at), at, hold);
        record(order);
        return order;
    }

    private Order confirmed() {
        Order order = reserved(noon, Duration.ofMinutes(15));
        return moved(order, order.paymentAuthorized(noon)
                .flatMap(paid -> paid.fraudDecided(new FraudCheck(Decision.APPROVED, 0, List.of()), noon)));
    }

    private Order moved(Order before, Optional<Order> after) {
        assertThat(transitions().move(before, _ -> after)).isEqualTo(new Moved(after.orElseThrow()));
        return after.orElseThrow();
    }

    private List<Order> due(Instant now) {
        return dueOrders().due(now, 1000);
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) {
        try (var threads = Executors.newFixedThreadPool(callers)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(callers, call))) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
