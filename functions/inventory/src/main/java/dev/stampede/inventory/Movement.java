package dev.stampede.inventory;

import dev.stampede.model.Order;
import dev.stampede.model.StockState;
import java.util.Objects;
import java.util.Optional;

/// The units of one order on their way from where they are to where the order's status wants them.
///
/// @param heard whether an event told of all that somebody has to hear of the order. Not so where the order was met
///              further on than the event shows it, and where money was given back, of which payment has to hear
public record Movement(Order seen, StockState from, StockState to, boolean heard) {

    public Movement {
        Objects.requireNonNull(seen, "seen");
        if (from == to) {
            throw new IllegalArgumentException("units that stay where they are");
        }
    }

    /// The movement that an order needs as an event shows it, if any.
    public static Optional<Movement> of(Order heard) {
        return of(heard, heard.refunded().minorUnits() == 0);
    }

    /// The movement that an order needs as it stands, if any.
    public static Optional<Movement> ofMet(Order current) {
        return of(current, false);
    }

    /// What was given up is never taken back.
    private static Optional<Movement> of(Order order, boolean heard) {
        return order.stock().isGivenUp() || order.stock() == order.stockWanted()
                ? Optional.empty()
                : Optional.of(new Movement(order, order.stock(), order.stockWanted(), heard));
    }

    public String orderId() {
        return seen.orderId();
    }

    /// Whether the units stop counting against the customer's purchase limits.
    public boolean freesLimits() {
        return to.isGivenUp();
    }
}
