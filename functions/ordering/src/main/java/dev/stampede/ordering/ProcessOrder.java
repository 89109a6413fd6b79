package dev.stampede.ordering;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.ordering.ReservationPlan.Rejection;
import dev.stampede.ordering.Reservations.Outcome.Busy;
import dev.stampede.ordering.Reservations.Outcome.Impossible;
import dev.stampede.ordering.Reservations.Outcome.Refused;
import dev.stampede.ordering.Reservations.Outcome.Reserved;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Records each order of a batch once: reserved with its stock, in as few transactions as can be, or rejected because
/// what it wants is sold out or its customer has enough of it. What could be neither is named, to be delivered again.
public final class ProcessOrder {

    /// Pauses in one batch, together a second at most: well inside the function's timeout.
    static final int MAX_TRIES = 8;

    private final Reservations reservations;
    private final Duration hold;
    private final Backoff backoff;
    private final InstantSource clock;

    /// @param hold how long units stay reserved for an order that does not get on
    public ProcessOrder(Reservations reservations, Duration hold, Backoff backoff, InstantSource clock) {
        this.reservations = reservations;
        this.hold = hold;
        this.backoff = backoff;
        this.clock = clock;
    }

    /// @param arrived in arrival order, repeats and all
    /// @return the ids of the orders that could not be recorded now
    public Set<String> process(Collection<PlacedOrder> arrived) {
        return arrived.isEmpty() ? Set.of() : new Batch(arrived).process();
    }

    /// The state of one batch. It ends whatever the store answers, for every round does one of these, and none of them
    /// without end: an order is recorded, dropped or handed back and waits no more; an order is found over its limit,
    /// and as counts only grow it is in no later plan; the fold is halved; or one of the few tries is used up.
    private final class Batch {

        private final Map<String, PlacedOrder> waiting = new LinkedHashMap<>();
        private final Remaining remaining;
        private final Set<String> failed = new HashSet<>();
        private int maxOrders = Fold.MAX_ACTIONS;
        private int tries = 0;

        Batch(Collection<PlacedOrder> arrived) {
            arrived.forEach(order -> waiting.putIfAbsent(order.orderId(), order));
            Set<String> skus = new HashSet<>();
            waiting.values().forEach(order -> order.lines().stream().map(OrderLine::sku).forEach(skus::add));
            remaining = new Remaining(reservations.stock(skus), Map.of());
        }

        Set<String> process() {
            ReservationPlan plan = ReservationPlan.of(waiting.values(), remaining);
            while (!plan.fitting().isEmpty()) {
                reserve(plan.nextFold(maxOrders));
                plan = ReservationPlan.of(waiting.values(), remaining);
            }
            reject(plan.rejected());
            return failed;
        }

        private void reserve(Fold fold) {
            switch (reservations.reserve(fold, clock.instant(), hold)) {
                case Reserved _ -> {
                    remaining.take(fold);
                    settle(fold, "order reserved");
                    maxOrders = Fold.MAX_ACTIONS;
                }
                case Refused refused -> {
                    boolean dropped = waiting.keySet().removeAll(refused.recorded());
                    remaining.correct(refused);
                    boolean limited = !remaining.isWithinLimits(fold);
                    if (!refused.stock().isEmpty() || !dropped && !limited) {
                        tryAgain(fold, "lost a race for stock");
                    }
                }
                case Busy _ -> tryAgain(fold, "contended");
                case Impossible(String why) -> part(fold, why);
            }
        }

        /// Pauses before the next plan. Once the tries are used up, whatever is contended is handed back at once.
        private void tryAgain(Fold fold, String why) {
            if (tries < MAX_TRIES) {
                backoff.pause(tries++);
            } else {
                handBack(fold, why);
            }
        }

        /// Halves, so that one order that no transaction takes is found in a few steps and does not hold the others.
        private void part(Fold fold, String why) {
            if (fold.orders().size() == 1) {
                handBack(fold, why);
                maxOrders = Fold.MAX_ACTIONS;
            } else {
                maxOrders = fold.orders().size() / 2;
            }
        }

        private void handBack(Fold fold, String why) {
            for (PlacedOrder order : fold.orders()) {
                if (waiting.remove(order.orderId()) != null) {
                    failed.add(order.orderId());
                    Log.warn("order handed back", "orderId", order.orderId(), "why", why);
                }
            }
        }

        private void settle(Fold fold, String message) {
            for (PlacedOrder order : fold.orders()) {
                waiting.remove(order.orderId());
                Log.info(message, "orderId", order.orderId(), "traceparent", order.traceparent());
            }
        }

        private void reject(List<Rejection> rejections) {
            Instant now = clock.instant();
            List<Order> left = new ArrayList<>(rejections.stream()
                    .map(rejection -> Order.rejected(rejection.order(), rejection.reason(), now))
                    .toList());
            while (!left.isEmpty()) {
                Set<String> unrecorded = reservations.reject(left);
                left.removeIf(order -> !unrecorded.contains(order.orderId()));
                if (!left.isEmpty() && tries == MAX_TRIES) {
                    handBack(new Fold(left.stream().map(Order::placed).toList()), "rejection not recorded");
                    return;
                }
                if (!left.isEmpty()) {
                    backoff.pause(tries++);
                }
            }
            rejections.stream().filter(rejection -> !failed.contains(rejection.order().orderId())).forEach(rejection ->
                    Log.info("order rejected", "orderId", rejection.order().orderId(), "reason", rejection.reason().name()));
        }
    }
}
