package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.HistoryEntry.Refund;
import dev.stampede.model.OrderTransitions.Outcome;
import dev.stampede.model.OrderTransitions.Outcome.Moved;
import dev.stampede.testing.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What every adapter of [OrderTransitions] does. A test of an adapter extends it, and says how to get at what is
/// stored.
public abstract class OrderTransitionsContract {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123Z");
    private static final Actor STAFF = Actor.staff("staff@example.com", NOON, Optional.of("Größe 42"));
    private static final Actor CUSTOMER = Actor.customer(NOON, Optional.empty());
    private static final FraudCheck APPROVED = new FraudCheck(Decision.APPROVED, 10, List.of("velocity"));
    private static final FraudCheck REJECTED = new FraudCheck(Decision.REJECTED, 90, List.of("velocity", "basket"));

    private final Order reserved = Order.reserved(placed(), NOON, Duration.ofMinutes(15));

    protected abstract OrderTransitions transitions();

    /// As it is recorded when it is reserved.
    protected abstract void record(Order order);

    protected abstract Optional<Order> stored(String orderId);

    /// As inventory marks it: the order's status wanted its units there.
    protected abstract void unitsMoved(Order order, StockState to);

    @Test
    void whatATransitionChangedIsStored() {
        record(reserved);
        Order authorized = reserved.paymentAuthorized(NOON).orElseThrow();
        Order cancelled = authorized.fraudDecided(REJECTED, NOON.plusSeconds(1)).orElseThrow();

        assertThat(transitions().replace(reserved, authorized)).isEmpty();
        assertThat(stored()).isEqualTo(authorized);
        assertThat(transitions().replace(authorized, cancelled)).isEmpty();
        assertThat(stored()).isEqualTo(cancelled);
    }

    @Test
    void anOrdersWholeLifeIsStored() {
        record(reserved);
        Order order = paid();
        for (Function<Order, Optional<Order>> step : List.<Function<Order, Optional<Order>>>of(
                before -> before.shipped(STAFF),
                before -> before.refunded(new Refund(Money.ofMinor(500), "k1"), STAFF),
                before -> before.delivered(STAFF),
                before -> before.returnRequested(CUSTOMER),
                before -> before.returned(Reason.WRITTEN_OFF, STAFF),
                before -> before.refunded(new Refund(before.refundable(), "k2"), STAFF),
                Order::paymentRefunded)) {
            order = moved(order, step);
            assertThat(stored()).isEqualTo(order);
        }
    }

    @Test
    void aLostRaceBringsTheOrderAsItStandsAndWritesNothing() {
        record(reserved);
        Order authorized = moved(reserved, order -> order.paymentAuthorized(NOON));

        assertThat(transitions().replace(reserved, reserved.fraudDecided(APPROVED, NOON).orElseThrow()))
                .contains(authorized);
        assertThat(stored()).isEqualTo(authorized);
    }

    @Test
    void aVoidThatIsNoEventIsGuardedByThePaymentItself() {
        record(reserved);
        Order cancelled = moved(reserved, order -> order.fraudDecided(REJECTED, NOON));
        Order voided = cancelled.paymentVoided().orElseThrow();

        assertThat(transitions().replace(cancelled, voided)).isEmpty();
        assertThat(transitions().replace(cancelled, voided)).contains(voided);
        assertThat(stored().payment()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void aHoldThatIsShortenedIsNoEventAndIsGuardedByTheHoldItself() {
        record(reserved);
        Order unanswered = reserved.paymentUnanswered(NOON.plusSeconds(120)).orElseThrow();

        assertThat(transitions().replace(reserved, unanswered)).isEmpty();
        assertThat(transitions().replace(reserved, reserved.fraudDecided(APPROVED, NOON).orElseThrow()))
                .contains(unanswered);
        assertThat(stored().holdUntil()).isEqualTo(NOON.plusSeconds(120));
    }

    @Test
    void ofTheLastAnswerAndTheEndOfTheHoldAtOnceExactlyOneCounts() {
        record(reserved);
        Order unanswered = moved(reserved, order -> order.paymentUnanswered(NOON));

        List<Outcome> outcomes = atOnce(List.of(
                () -> transitions().move(unanswered, order -> order.expired(NOON)),
                () -> transitions().move(reserved, order -> order.paymentAuthorized(NOON, Duration.ofMinutes(15)))));

        assertThat(outcomes).containsOnlyOnce(new Moved(stored()));
        assertThat(outcomes).containsOnlyOnce(new Outcome.Refused(stored()));
        assertThat(stored().version()).isEqualTo(reserved.version() + 1);
    }

    @Test
    void theMarkOfTheUnitsIsNotInTheWayAndIsNotLost() {
        record(reserved);
        Order confirmed = confirmed();
        unitsMoved(confirmed, StockState.SOLD);

        assertThat(transitions().replace(confirmed, confirmed.paymentCaptured(NOON).orElseThrow())).isEmpty();
        assertThat(stored().stock()).isEqualTo(StockState.SOLD);
        assertThat(stored().payment()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void ofRivalsThatCompleteThePairExactlyOneConfirms() {
        record(reserved);

        List<Outcome> outcomes = atOnce(List.of(
                () -> transitions().move(reserved, order -> order.paymentAuthorized(NOON)),
                () -> transitions().move(reserved, order -> order.fraudDecided(APPROVED, NOON)),
                () -> transitions().move(reserved, order -> order.paymentAuthorized(NOON)),
                () -> transitions().move(reserved, order -> order.fraudDecided(APPROVED, NOON))));

        assertThat(outcomes).filteredOn(Moved.class::isInstance).hasSize(2);
        assertThat(stored().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(stored().history()).hasSize(4).extracting(HistoryEntry::type)
                .containsOnlyOnce(EventType.ORDER_CONFIRMED);
    }

    @Test
    void ofShippingAndCancellingAtOnceExactlyOneIsDone() {
        record(reserved);
        Order paid = paid();

        List<Outcome> outcomes = atOnce(List.of(
                () -> transitions().move(paid, order -> order.shipped(STAFF)),
                () -> transitions().move(paid, order -> order.cancelled(Reason.CANCELLED_BY_CUSTOMER, CUSTOMER))));

        assertThat(outcomes).containsOnlyOnce(new Moved(stored()));
        assertThat(outcomes).containsOnlyOnce(new Outcome.Refused(stored()));
        assertThat(stored().version()).isEqualTo(paid.version() + 1);
    }

    @Test
    void refundsAtOnceNeverAddUpToMoreThanWasPaid() {
        record(reserved);
        Order paid = paid();
        Money most = Money.ofMinor(paid.refundable().minorUnits() * 2 / 5);

        List<Outcome> outcomes = atOnce(List.of("k1", "k2", "k3", "k4").stream()
                .<Callable<Outcome>>map(key -> () -> transitions().move(
                        paid, order -> order.refunded(new Refund(most, key), STAFF)))
                .toList());

        assertThat(outcomes).filteredOn(Moved.class::isInstance).hasSize(2);
        assertThat(stored().refunded()).isEqualTo(most.times(2));
    }

    @Test
    void anOrderThatIsNotRecordedIsNotMadeByATransition() {
        Order authorized = reserved.paymentAuthorized(NOON).orElseThrow();

        assertThatIllegalStateException().isThrownBy(() -> transitions().replace(reserved, authorized));
        assertThat(stored(reserved.orderId())).isEmpty();
    }

    private Order confirmed() {
        Order authorized = moved(reserved, order -> order.paymentAuthorized(NOON));
        return moved(authorized, order -> order.fraudDecided(APPROVED, NOON));
    }

    private Order paid() {
        return moved(confirmed(), order -> order.paymentCaptured(NOON));
    }

    private Order moved(Order before, Function<Order, Optional<Order>> transition) {
        Order after = transition.apply(before).orElseThrow();
        assertThat(transitions().move(before, transition)).isEqualTo(new Moved(after));
        return after;
    }

    private Order stored() {
        return stored(reserved.orderId()).orElseThrow();
    }

    private static PlacedOrder placed() {
        return Sample.placed("customer.with.a.name@example.com", NOON, List.of(Sample.line("rtx-4090", 1)));
    }

    private static List<Outcome> atOnce(List<Callable<Outcome>> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<Outcome>> results = calls.stream().map(call -> threads.submit(() -> {
                start.await();
                return call.call();
            })).toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> result : results) {
                outcomes.add(result.get());
            }
            return outcomes;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
