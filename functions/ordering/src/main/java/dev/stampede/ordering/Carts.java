package dev.stampede.ordering;

import dev.stampede.model.Cart;
import dev.stampede.model.CartId;
import dev.stampede.model.PlacedOrder;
import java.time.Instant;
import java.util.Map;

/// The carts that orders are made of. Each write holds only while the cart is as it was read; otherwise it changes
/// nothing and says so.
public interface Carts {

    /// @param ordered what was ordered of the cart lately, by order id
    record Read(Cart cart, Map<String, PlacedOrder> ordered) {}

    /// As it stands now, with everything that was written before. What has expired is not in it.
    Read read(CartId id, Instant now);

    /// Says in the cart that this order takes its lines.
    ///
    /// @return whether no other does, and none has since the cart was read
    boolean claim(Cart seen, PlacedOrder placed, Instant now);

    /// Takes out what the order has, leaves what was put in beside it, and keeps a mark that names the order.
    ///
    /// @param seen with the lines as they are now, being ordered by this order
    /// @return whether it was as seen
    boolean ordered(Cart seen, PlacedOrder placed, Instant now);
}
