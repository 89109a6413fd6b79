package dev.stampede.reservation;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Undone;
import dev.stampede.model.PlacedOrder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;

/// Records each order of a batch once: reserved with its stock, in as few transactions as can be, or rejected because
/// what it wants is sold out or its customer has enough of it. What could be neither is named, to be delivered again.
public final class ProcessOrder {

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
    /// @return the ids of the orders that are not recorded
    public Undone process(Collection<PlacedOrder> arrived) {
        return arrived.isEmpty()
                ? Undone.NOTHING
                : new OrderBatch(reservations, hold, backoff, clock, arrived).process();
    }
}
