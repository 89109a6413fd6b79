package dev.stampede.fulfilment;

import dev.stampede.model.Order;
import java.util.Optional;

/// Reads orders by their id, as they stand now.
@FunctionalInterface
public interface RecordedOrders {

    Optional<Order> find(String orderId);
}
