package dev.stampede.reservation;

import dev.stampede.model.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Orders that somebody has to look at by now: their reservation has run out, or their last event seems unheard.
public interface DueOrders {

    /// The longest due first, as they stand now. One that cannot be read is logged and left out.
    ///
    /// @param limit the most that are answered
    List<Order> due(Instant now, int limit);

    /// Asks the outbox to publish the events of the order's present status again. Nothing happens to an order that has
    /// changed since it was seen.
    ///
    /// @param next when to look at it again; empty where no answer is awaited
    void replay(Order seen, Optional<Instant> next);
}
