package dev.stampede.inventory;

import dev.stampede.model.Order;
import dev.stampede.model.StockState;
import java.util.Objects;
import java.util.Optional;

/// The units of one order on their way from where they are to where the order's status wants them.
///
/// @param acknowledges whether moving the units acknowledges the order's last change: only if the event told of exactly
///                     that change, and not after a refund, which payment has to process
public record Movement(Order seen, StockState from, StockState to, boolean acknowledges) {

    public Movement {
        Objects.requireNonNull(seen, "seen");
        if (from == to) {
            throw new IllegalArgumentException("from and to must differ");
        }
    }

    /// The movement that an order needs as an event shows it, if any.
    public static Optional<Movement> of(Order seen) {
        return of(seen, seen.refunded().minorUnits() == 0);
    }

    /// The movement that an order needs in its current state, if any.
    public static Optional<Movement> ofMet(Order current) {
        return of(current, false);
    }

    /// What was given up is never taken back.
    private static Optional<Movement> of(Order order, boolean acknowledges) {
        return order.stock().isGivenUp() || order.stock() == order.stockWanted()
                ? Optional.empty()
                : Optional.of(new Movement(order, order.stock(), order.stockWanted(), acknowledges));
    }

    public String orderId() {
        return seen.orderId();
    }

    /// Whether the units stop counting against the customer's purchase limits.
    public boolean freesLimits() {
        return to.isGivenUp();
    }
}
