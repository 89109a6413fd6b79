package dev.stampede.email;

import dev.stampede.model.Order;
import java.util.Optional;

/// Looks an order up for a guest who asks for a code.
@FunctionalInterface
public interface GuestOrders {

    Optional<Order> find(String orderId);
}
