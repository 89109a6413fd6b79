package dev.stampede.ordering;

import dev.stampede.model.PlacedOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The orders that this instance accepted last: a retry that comes right back finds its order before it is recorded.
/// What it forgets is found in the Orders table, or recorded once by its id.
final class AcceptedOrders {

    private final Map<String, PlacedOrder> byId;

    AcceptedOrders(int capacity) {
        this.byId = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, PlacedOrder> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized Optional<PlacedOrder> find(String orderId) {
        return Optional.ofNullable(byId.get(orderId));
    }

    synchronized void add(PlacedOrder placed) {
        byId.putIfAbsent(placed.orderId(), placed);
    }
}
