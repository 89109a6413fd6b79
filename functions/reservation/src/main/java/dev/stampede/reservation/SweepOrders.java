package dev.stampede.reservation;

import dev.stampede.lambda.Log;
import dev.stampede.model.FraudCheck.Decision;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.OrderTransitions;
import dev.stampede.model.OrderTransitions.Outcome.Moved;
import dev.stampede.model.OrderTransitions.Outcome.Refused;
import dev.stampede.model.PaymentStatus;
import dev.stampede.model.event.OrderEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Ends reservations that have run out, and has the events of orders repeated that nobody seems to have heard.
///
/// Every write is conditional on the order as it was seen, so that sweepers may overlap and their clocks may differ.
public final class SweepOrders {

    /// What one sweep did.
    ///
    /// @param failed orders that could not be written, and are still due
    public record Swept(int expired, int replayed, int failed) {}

    static final int PAGE = 500;

    /// Time enough for a consumer to catch up with a backlog, before it hears the same again.
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DueOrders dueOrders;
    private final OrderTransitions transitions;
    private final InstantSource clock;

    public SweepOrders(DueOrders dueOrders, OrderTransitions transitions, InstantSource clock) {
        this.dueOrders = dueOrders;
        this.transitions = transitions;
        this.clock = clock;
    }

    /// Looks at every due order once, the longest due first. What it has no time for is still due at the next sweep.
    public Swept sweep(BooleanSupplier timeRemains) {
        return new Sweep().run(timeRemains);
    }

    private final class Sweep {

        private final Set<String> seen = new HashSet<>();
        private int expired;
        private int replayed;
        private int failed;

        Swept run(BooleanSupplier timeRemains) {
            boolean more = true;
            while (more && timeRemains.getAsBoolean()) {
                List<Order> page = page();
                page.stream().takeWhile(_ -> timeRemains.getAsBoolean()).forEach(this::lookAt);
                more = !page.isEmpty();
            }
            return new Swept(expired, replayed, failed);
        }

        /// What has failed is still due and comes first again: room is made for those behind it.
        private List<Order> page() {
            return dueOrders.due(clock.instant(), PAGE + failed).stream()
                    .filter(order -> seen.add(order.orderId()))
                    .toList();
        }

        private void lookAt(Order order) {
            try {
                Instant now = clock.instant();
                if (order.expired(now).isPresent()) {
                    expire(order, now);
                } else {
                    dueOrders.replay(order, nextLook(order, now));
                    replayed++;
                }
            } catch (RuntimeException e) {
                failed++;
                Log.error("due order failed", e,
                        "orderId", order.orderId(), "traceparent", order.placed().traceparent());
            }
        }

        private void expire(Order order, Instant now) {
            switch (transitions.move(order, current -> current.expired(now))) {
                case Moved(Order moved) -> {
                    expired++;
                    Log.info("order expired", "orderId", moved.orderId(), "traceparent", moved.placed().traceparent(),
                            "reason", moved.reason().map(Enum::name).orElse(null));
                }
                // At the last moment it was confirmed, cancelled, or given more time.
                case Refused _ -> {}
            }
        }
    }

    /// Empty where nobody's answer to the events is awaited: whoever did not hear them now never will.
    private static Optional<Instant> nextLook(Order order, Instant now) {
        Instant later = now.plus(PATIENCE);
        if (order.status() == OrderStatus.RESERVED) {
            boolean atTheEndOfItsHold = awaitsAPerson(order) || order.holdUntil().isBefore(later);
            return Optional.of(atTheEndOfItsHold ? order.holdUntil() : later);
        }
        return awaitsItsUnits(order) || awaitsItsMoney(order) ? Optional.of(later) : afterItsRefund(order, now);
    }

    /// That a part of the money was given back leaves no mark on the order, so the refund is said again for as long as
    /// it may have gone unheard, each time after twice as long.
    private static Optional<Instant> afterItsRefund(Order order, Instant now) {
        return order.history().reversed().stream()
                .filter(entry -> entry.refund().isPresent() && order.payment() == PaymentStatus.CAPTURED)
                .findFirst()
                .map(entry -> Duration.between(entry.at(), now))
                .filter(age -> age.compareTo(OrderEvent.REFUND_REPUBLISHED_FOR) < 0)
                .map(age -> now.plus(age.compareTo(PATIENCE) < 0 ? PATIENCE : age));
    }

    /// Paid for and left to a person: no event makes a person decide, and a day is long.
    private static boolean awaitsAPerson(Order order) {
        return order.fraud().decision() == Decision.REVIEW && order.payment() == PaymentStatus.AUTHORIZED;
    }

    private static boolean awaitsItsUnits(Order order) {
        return order.stock() != order.stockWanted();
    }

    private static boolean awaitsItsMoney(Order order) {
        return order.paymentVoided().isPresent() || order.paymentRefunded().isPresent();
    }
}
