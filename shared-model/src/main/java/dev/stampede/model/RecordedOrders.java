package dev.stampede.model;

import java.util.Optional;

/// Reads orders by their id.
@FunctionalInterface
public interface RecordedOrders {

    Optional<Order> find(String orderId);
}
