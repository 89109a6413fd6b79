package dev.stampede.inventory;

import dev.stampede.model.Order;
import dev.stampede.model.StockState;
import java.util.Objects;
import java.util.Optional;

/// The units of one order on their way from where they are to where the order's status wants them.
public record Movement(Order seen, StockState from, StockState to) {

    public Movement {
        Objects.requireNonNull(seen, "seen");
        if (from == to) {
            throw new IllegalArgumentException("units that stay where they are");
        }
    }

    /// The movement that an order needs as it stands, if any. What was given up is never taken back.
    public static Optional<Movement> of(Order order) {
        return order.stock().isGivenUp() || order.stock() == order.stockWanted()
                ? Optional.empty()
                : Optional.of(new Movement(order, order.stock(), order.stockWanted()));
    }

    public String orderId() {
        return seen.orderId();
    }

    /// Whether the units stop counting against the customer's purchase limits.
    public boolean freesLimits() {
        return to.isGivenUp();
    }
}
