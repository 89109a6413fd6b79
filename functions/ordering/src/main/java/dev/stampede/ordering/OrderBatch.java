package dev.stampede.ordering;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.ordering.ReservationPlan.Rejection;
import dev.stampede.ordering.Reservations.Outcome.Busy;
import dev.stampede.ordering.Reservations.Outcome.Impossible;
import dev.stampede.ordering.Reservations.Outcome.Refused;
import dev.stampede.ordering.Reservations.Outcome.Reserved;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The state of one batch, planned anew after each transaction with what that taught.
///
/// It ends whatever the store answers, for each round does one of these, and none of them can go on for ever: an order
/// is recorded, dropped or handed back, and waits no more; an order is found over its limit, and as counts only grow no
/// later plan has it in a fold; the fold is halved; or one of the few tries is used up.
final class OrderBatch {

    /// Pauses in one batch, together a second at most: well inside the function's timeout.
    static final int MAX_TRIES = 8;

    private final Reservations reservations;
    private final Duration hold;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Map<String, PlacedOrder> waiting = new LinkedHashMap<>();
    private final Map<String, Rejection> rejections = new LinkedHashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Remaining remaining;
    private int maxOrders = Fold.MAX_ACTIONS;
    private int tries = 0;

    OrderBatch(
            Reservations reservations, Duration hold, Backoff backoff, InstantSource clock,
            Collection<PlacedOrder> arrived) {
        this.reservations = reservations;
        this.hold = hold;
        this.backoff = backoff;
        this.clock = clock;
        arrived.forEach(order -> waiting.putIfAbsent(order.orderId(), order));
        Set<String> skus = new HashSet<>();
        arrived.forEach(order -> order.lines().stream().map(OrderLine::sku).forEach(skus::add));
        this.remaining = new Remaining(reservations.stock(skus), Map.of());
    }

    /// @return the ids of the orders that could not be recorded now
    Set<String> process() {
        ReservationPlan plan = plan();
        while (!plan.fitting().isEmpty()) {
            reserve(plan.nextFold(maxOrders));
            plan = plan();
        }
        plan.rejected().forEach(rejection -> rejections.putIfAbsent(rejection.order().orderId(), rejection));
        reject();
        return failed;
    }

    /// What a plan rejects may fit into a later one, but not where its customer is known to have enough. That is settled
    /// while there is stock for it: once those behind it were served, it would seem sold out.
    private ReservationPlan plan() {
        ReservationPlan plan = ReservationPlan.of(waiting.values(), remaining);
        for (Rejection rejection : plan.rejected()) {
            if (rejection.reason() == Reason.LIMIT_REACHED && remaining.isOverLimit(rejection.order())) {
                waiting.remove(rejection.order().orderId());
                rejections.put(rejection.order().orderId(), rejection);
            }
        }
        return plan;
    }

    private void reserve(Fold fold) {
        switch (reservations.reserve(fold, clock.instant(), hold)) {
            case Reserved _ -> {
                remaining.take(fold);
                settle(fold);
                maxOrders = Fold.MAX_ACTIONS;
            }
            case Refused refused -> {
                boolean dropped = waiting.keySet().removeAll(refused.recorded());
                remaining.correct(refused);
                boolean overLimit = fold.orders().stream().anyMatch(remaining::isOverLimit);
                if (!refused.stock().isEmpty() || !dropped && !overLimit) {
                    tryAgain(fold, "lost a race for stock");
                }
            }
            case Busy _ -> tryAgain(fold, "contended");
            case Impossible(String why) -> part(fold, why);
        }
    }

    /// Once the tries are used up, whatever is contended is handed back at once.
    private void tryAgain(Fold fold, String why) {
        if (!pause()) {
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

    /// @return whether there is another try
    private boolean pause() {
        if (tries == MAX_TRIES) {
            return false;
        }
        backoff.pause(tries++);
        return true;
    }

    private void settle(Fold fold) {
        for (PlacedOrder order : fold.orders()) {
            waiting.remove(order.orderId());
            Log.info("order reserved", "orderId", order.orderId(), "traceparent", order.traceparent());
        }
    }

    private void handBack(Fold fold, String why) {
        fold.orders().stream()
                .map(PlacedOrder::orderId)
                .filter(orderId -> waiting.remove(orderId) != null)
                .forEach(orderId -> handBack(orderId, why));
    }

    private void handBack(String orderId, String why) {
        failed.add(orderId);
        Log.warn("order handed back", "orderId", orderId, "why", why);
    }

    private void reject() {
        Instant now = clock.instant();
        List<Order> left = rejections.values().stream()
                .map(rejection -> Order.rejected(rejection.order(), rejection.reason(), now))
                .toList();
        while (!left.isEmpty()) {
            Set<String> unrecorded = reservations.reject(left);
            left = left.stream().filter(order -> unrecorded.contains(order.orderId())).toList();
            if (!left.isEmpty() && !pause()) {
                left.forEach(order -> handBack(order.orderId(), "rejection not recorded"));
                break;
            }
        }
        rejections.values().stream().filter(rejection -> !failed.contains(rejection.order().orderId())).forEach(rejection ->
                Log.info("order rejected", "orderId", rejection.order().orderId(), "reason", rejection.reason().name()));
    }
}
