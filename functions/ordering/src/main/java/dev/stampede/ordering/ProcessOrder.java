package dev.stampede.ordering;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.ordering.Reservations.Outcome.Busy;
import dev.stampede.ordering.Reservations.Outcome.Impossible;
import dev.stampede.ordering.Reservations.Outcome.Refused;
import dev.stampede.ordering.Reservations.Outcome.Reserved;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Records each order of a batch once: reserved with its stock, in as few transactions as can be, or rejected because
/// what it wants is sold out. What could be neither is named, to be delivered again.
public final class ProcessOrder {

    /// Pauses in one batch, together a second at most: well inside the function's timeout.
    static final int MAX_TRIES = 8;

    private final Reservations reservations;
    private final Backoff backoff;
    private final InstantSource clock;

    public ProcessOrder(Reservations reservations, Backoff backoff, InstantSource clock) {
        this.reservations = reservations;
        this.backoff = backoff;
        this.clock = clock;
    }

    /// @param arrived in arrival order, repeats and all
    /// @return the ids of the orders that could not be recorded now
    public Set<String> process(Collection<PlacedOrder> arrived) {
        return arrived.isEmpty() ? Set.of() : new Batch(arrived).process();
    }

    /// The state of one batch. Every round records or drops an order, halves the fold, or uses up a try: so it ends.
    private final class Batch {

        private final Map<String, PlacedOrder> waiting = new LinkedHashMap<>();
        private final Map<String, Long> available;
        private final Set<String> failed = new HashSet<>();
        private int maxOrders = Fold.MAX_ACTIONS;
        private int tries = 0;

        Batch(Collection<PlacedOrder> arrived) {
            arrived.forEach(order -> waiting.putIfAbsent(order.orderId(), order));
            Set<String> skus = new HashSet<>();
            waiting.values().forEach(order -> order.lines().stream().map(OrderLine::sku).forEach(skus::add));
            available = new HashMap<>(reservations.available(skus));
        }

        Set<String> process() {
            ReservationPlan plan = ReservationPlan.of(waiting.values(), available);
            while (!plan.fitting().isEmpty()) {
                reserve(plan.nextFold(maxOrders));
                plan = ReservationPlan.of(waiting.values(), available);
            }
            reject(plan.soldOut());
            return failed;
        }

        private void reserve(Fold fold) {
            switch (reservations.reserve(fold, clock.instant())) {
                case Reserved _ -> {
                    fold.units().forEach((sku, units) -> available.merge(sku, -units, Long::sum));
                    settle(fold, "order reserved");
                    maxOrders = Fold.MAX_ACTIONS;
                }
                case Refused(Set<String> recorded, Map<String, Long> shortStock) -> {
                    recorded.forEach(waiting::remove);
                    available.putAll(shortStock);
                    if (!shortStock.isEmpty()) {
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

        private void reject(List<PlacedOrder> soldOut) {
            Instant now = clock.instant();
            List<Order> left = new ArrayList<>(
                    soldOut.stream().map(order -> Order.rejected(order, Reason.SOLD_OUT, now)).toList());
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
            soldOut.stream().map(PlacedOrder::orderId).filter(id -> !failed.contains(id))
                    .forEach(id -> Log.info("order rejected", "orderId", id, "reason", Reason.SOLD_OUT.name()));
        }
    }
}
