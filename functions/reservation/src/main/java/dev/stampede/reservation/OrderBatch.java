package dev.stampede.reservation;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import dev.stampede.lambda.Packing;
import dev.stampede.lambda.Undone;
import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.reservation.ReservationPlan.Rejection;
import dev.stampede.reservation.Reservations.Outcome.Busy;
import dev.stampede.reservation.Reservations.Outcome.Impossible;
import dev.stampede.reservation.Reservations.Outcome.Refused;
import dev.stampede.reservation.Reservations.Outcome.Reserved;
import dev.stampede.reservation.Reservations.Outcome.Unanswered;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The state of one batch, planned anew after each transaction with what that taught.
///
/// It ends whatever the store answers, for each round does one of these, and none of them can go on for ever: an order
/// is recorded, dropped or handed back, and waits no more; an order is found over its limit, and as counts only grow no
/// later plan has it in a fold; the fold is halved; or one of the few tries is used up. Stock is looked at again only
/// after orders were recorded.
final class OrderBatch {

    /// Pauses in one batch, together a second at most: well inside the function's timeout.
    static final int MAX_TRIES = 8;

    private final Reservations reservations;
    private final Duration hold;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Map<String, PlacedOrder> waiting = new LinkedHashMap<>();
    /// Ids of orders that a plan found over the limit while there was stock for them.
    private final Set<String> overLimit = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<String> notNow = new HashSet<>();
    private final Remaining remaining;
    /// SKUs of which this batch has taken units since their stock was seen.
    private final Set<String> reckoned = new HashSet<>();
    private int maxOrders = Packing.MAX_ITEMS;
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

    /// @return the ids of the orders that are not recorded
    Undone process() {
        ReservationPlan plan = plan();
        while (!plan.fitting().isEmpty()) {
            reserve(plan.nextFold(maxOrders));
            plan = plan();
            if (plan.fitting().isEmpty() && lookAgain(plan)) {
                plan = plan();
            }
        }
        reject(plan.rejected().stream().map(this::rejected).toList());
        return new Undone(failed, notNow);
    }

    private ReservationPlan plan() {
        ReservationPlan plan = ReservationPlan.of(waiting.values(), remaining);
        plan.rejected().stream()
                .filter(rejection -> rejection.reason() == Reason.LIMIT_REACHED)
                .forEach(rejection -> overLimit.add(rejection.order().orderId()));
        return plan;
    }

    /// Units may have come back between the look at the stock and the transaction: by reckoning alone nobody is told
    /// that they are sold out.
    ///
    /// @return whether anything was looked at
    private boolean lookAgain(ReservationPlan plan) {
        Set<String> skus = plan.rejected().stream()
                .filter(rejection -> rejection.reason() == Reason.SOLD_OUT)
                .flatMap(rejection -> rejection.order().lines().stream().map(OrderLine::sku))
                .filter(reckoned::remove)
                .collect(Collectors.toSet());
        if (!skus.isEmpty()) {
            remaining.correct(reservations.stock(skus));
        }
        return !skus.isEmpty();
    }

    /// Who was over the limit while there was stock is told so, though it may have gone to others since.
    private Order rejected(Rejection rejection) {
        PlacedOrder order = rejection.order();
        boolean limited = overLimit.contains(order.orderId()) && remaining.isOverLimit(order);
        return Order.rejected(order, limited ? Reason.LIMIT_REACHED : rejection.reason(), clock.instant());
    }

    private void reserve(Fold fold) {
        switch (reservations.reserve(fold, clock.instant(), hold)) {
            case Reserved _ -> {
                remaining.take(fold);
                reckoned.addAll(fold.moves().keySet());
                settle(fold);
                maxOrders = Packing.MAX_ITEMS;
            }
            case Refused refused -> {
                boolean dropped = waiting.keySet().removeAll(refused.recorded());
                remaining.correct(refused);
                boolean limited = fold.orders().stream().anyMatch(remaining::isOverLimit);
                if (!dropped && !limited) {
                    tryAgain(fold, "lost a race for stock");
                }
            }
            case Busy _ -> tryAgain(fold, "contended");
            case Unanswered _ -> putOffAll("no answer in time");
            case Impossible(String why) -> part(fold, why);
        }
    }

    /// Once the tries are used up, whatever is contended is handed back at once.
    private void tryAgain(Fold fold, String why) {
        if (!pause()) {
            putOff(fold.orders(), why);
        }
    }

    /// Halves, so that one order that no transaction takes is found in a few steps and does not hold the others.
    private void part(Fold fold, String why) {
        if (fold.orders().size() == 1) {
            fail(fold.orders().getFirst().orderId(), why);
            maxOrders = Packing.MAX_ITEMS;
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

    /// Nothing more is asked of a table that gives no answer in seconds: it has enough to do.
    private void putOffAll(String why) {
        putOff(List.copyOf(waiting.values()), why);
    }

    private void putOff(List<PlacedOrder> orders, String why) {
        for (PlacedOrder order : orders) {
            if (waiting.remove(order.orderId()) != null) {
                putOff(order.orderId(), why);
            }
        }
    }

    private void putOff(String orderId, String why) {
        notNow.add(orderId);
        Log.warn("order put off", "orderId", orderId, "why", why);
    }

    private void fail(String orderId, String why) {
        waiting.remove(orderId);
        failed.add(orderId);
        Log.warn("order handed back", "orderId", orderId, "why", why);
    }

    private void reject(List<Order> rejected) {
        List<Order> left = rejected;
        while (!left.isEmpty()) {
            Set<String> unrecorded = reservations.reject(left);
            left = left.stream().filter(order -> unrecorded.contains(order.orderId())).toList();
            if (!left.isEmpty() && !pause()) {
                left.forEach(order -> putOff(order.orderId(), "rejection not recorded"));
                break;
            }
        }
        rejected.stream().filter(order -> !notNow.contains(order.orderId())).forEach(order -> Log.info("order rejected",
                "orderId", order.orderId(), "reason", order.reason().orElseThrow().name()));
    }
}
