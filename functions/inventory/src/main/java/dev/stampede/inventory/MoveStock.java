package dev.stampede.inventory;

import dev.stampede.inventory.StockLedger.Outcome.Busy;
import dev.stampede.inventory.StockLedger.Outcome.Impossible;
import dev.stampede.inventory.StockLedger.Outcome.Moved;
import dev.stampede.inventory.StockLedger.Outcome.Stale;
import dev.stampede.inventory.StockLedger.Outcome.Unanswered;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import dev.stampede.lambda.Undone;
import dev.stampede.model.Order;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Moves the units of orders to where their status wants them, many orders in one transaction.
public final class MoveStock {

    static final int MAX_ROUNDS = 8;

    private final StockLedger ledger;
    private final Backoff backoff;

    public MoveStock(StockLedger ledger, Backoff backoff) {
        this.ledger = ledger;
        this.backoff = backoff;
    }

    /// @param seen orders as their events show them, possibly outdated: a hint that the ledger corrects
    /// @return the ids of the orders whose units were not moved
    public Undone settle(Collection<Order> seen) {
        Map<String, Order> newest = new LinkedHashMap<>();
        seen.forEach(order -> newest.merge(order.orderId(), order,
                (one, other) -> other.version() >= one.version() ? other : one));
        Batch batch = new Batch();
        newest.values().forEach(order -> batch.plan(order.orderId(), Movement.of(order)));
        return batch.run();
    }

    private final class Batch {

        private final Map<String, Movement> open = new LinkedHashMap<>();
        private final Set<String> failed = new HashSet<>();
        private boolean contended;
        private boolean unanswered;

        void plan(String orderId, Optional<Movement> movement) {
            open.remove(orderId);
            movement.ifPresent(it -> open.put(orderId, it));
        }

        Undone run() {
            for (int round = 0; round < MAX_ROUNDS && !open.isEmpty() && !unanswered; round++) {
                if (contended) {
                    backoff.pause(round - 1);
                }
                contended = false;
                Fold.split(open.values()).forEach(this::moveOrFail);
            }
            if (!open.isEmpty()) {
                Log.warn(unanswered ? "stock gives no answer" : "stock still contended", "orders", open.size());
            }
            return new Undone(failed, open.keySet());
        }

        /// A table that does not answer within seconds is not called again: it is overloaded already.
        private void moveOrFail(List<Movement> fold) {
            if (unanswered) {
                return;
            }
            try {
                move(fold);
            } catch (RuntimeException e) {
                Log.error("stock transaction failed", e, "orders", fold.size());
                fold.stream().map(Movement::orderId).filter(open::containsKey).forEach(this::fail);
            }
        }

        private void move(List<Movement> fold) {
            switch (ledger.move(fold)) {
                case Moved _ -> fold.forEach(this::done);
                case Stale(Map<String, Order> current) -> current
                        .forEach((orderId, order) -> plan(orderId, Movement.ofMet(order)));
                case Busy _ -> contended = true;
                case Unanswered _ -> unanswered = true;
                case Impossible(String why) when fold.size() == 1 -> {
                    Movement movement = fold.getFirst();
                    Log.warn("stock cannot be moved", "orderId", movement.orderId(), "from", movement.from().name(),
                            "to", movement.to().name(), "why", why);
                    fail(movement.orderId());
                }
                case Impossible _ -> {
                    // Split in halves, so that an order that cannot be moved is found in a few steps and holds up no
                    // other.
                    int middle = fold.size() / 2;
                    move(fold.subList(0, middle));
                    move(fold.subList(middle, fold.size()));
                }
            }
        }

        private void done(Movement movement) {
            open.remove(movement.orderId());
            Log.info("stock moved",
                    "orderId", movement.orderId(), "traceparent", movement.seen().placed().traceparent(),
                    "from", movement.from().name(), "to", movement.to().name());
        }

        private void fail(String orderId) {
            open.remove(orderId);
            failed.add(orderId);
        }
    }
}
