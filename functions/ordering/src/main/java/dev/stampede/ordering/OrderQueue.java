package dev.stampede.ordering;

import dev.stampede.model.PlacedOrder;

/// Where accepted orders wait to be recorded. An order that was sent is kept until it was processed or its deliveries
/// are used up; it may be delivered more than once.
@FunctionalInterface
public interface OrderQueue {

    void send(PlacedOrder placed);
}
