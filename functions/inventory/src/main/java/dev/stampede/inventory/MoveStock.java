package dev.stampede.inventory;

import dev.stampede.inventory.StockLedger.Outcome.AlreadyMoved;
import dev.stampede.inventory.StockLedger.Outcome.Busy;
import dev.stampede.inventory.StockLedger.Outcome.Impossible;
import dev.stampede.inventory.StockLedger.Outcome.Moved;
import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import dev.stampede.model.StockState;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Moves the units of many orders in as few transactions as can be, each order's once.
public final class MoveStock {

    static final int MAX_TRIES = 8;

    private final StockLedger ledger;
    private final Backoff backoff;

    public MoveStock(StockLedger ledger, Backoff backoff) {
        this.ledger = ledger;
        this.backoff = backoff;
    }

    /// @return the ids of the orders whose units could not be moved now
    public Set<String> move(Collection<Movement> movements) {
        Set<String> failed = new HashSet<>();
        for (StockState to : List.of(StockState.SOLD, StockState.RELEASED)) {
            Map<String, Movement> once = new LinkedHashMap<>();
            movements.stream().filter(movement -> movement.to() == to)
                    .forEach(movement -> once.putIfAbsent(movement.orderId(), movement));
            Fold.split(List.copyOf(once.values())).forEach(fold -> moveOrHandBack(fold, to, failed));
        }
        return failed;
    }

    private void moveOrHandBack(List<Movement> fold, StockState to, Set<String> failed) {
        try {
            move(fold, to, failed);
        } catch (RuntimeException e) {
            Log.error("stock transaction failed", e, "orders", fold.size());
            fold.forEach(movement -> failed.add(movement.orderId()));
        }
    }

    private void move(List<Movement> fold, StockState to, Set<String> failed) {
        List<Movement> left = fold;
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            if (left.isEmpty()) {
                return;
            }
            switch (ledger.move(left, to)) {
                case Moved _ -> {
                    left.forEach(done -> Log.info("stock moved",
                            "orderId", done.orderId(), "traceparent", done.traceparent(), "to", to.name()));
                    return;
                }
                case AlreadyMoved(Set<String> orderIds) ->
                    left = left.stream().filter(movement -> !orderIds.contains(movement.orderId())).toList();
                case Busy _ -> backoff.pause(attempt);
                case Impossible(String why) -> {
                    part(left, to, why, failed);
                    return;
                }
            }
        }
        left.forEach(movement -> failed.add(movement.orderId()));
        Log.warn("stock still contended", "orders", left.size(), "tries", MAX_TRIES);
    }

    /// Halves, so that one order that cannot be moved is found in a few steps and does not hold the others.
    private void part(List<Movement> fold, StockState to, String why, Set<String> failed) {
        if (fold.size() == 1) {
            String orderId = fold.getFirst().orderId();
            failed.add(orderId);
            Log.warn("stock cannot be moved", "orderId", orderId, "to", to.name(), "why", why);
            return;
        }
        int middle = fold.size() / 2;
        move(fold.subList(0, middle), to, failed);
        move(fold.subList(middle, fold.size()), to, failed);
    }
}
