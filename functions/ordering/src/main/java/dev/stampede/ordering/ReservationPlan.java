package dev.stampede.ordering;

import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which orders fit into the stock there is, decided in arrival order. An order is had as a whole or not at all; what
/// an order could not use is left to those after it.
public record ReservationPlan(List<PlacedOrder> fitting, List<PlacedOrder> soldOut) {

    public ReservationPlan {
        fitting = List.copyOf(fitting);
        soldOut = List.copyOf(soldOut);
    }

    /// @param orders    in arrival order
    /// @param available units by SKU; a SKU that is not named has none
    public static ReservationPlan of(Collection<PlacedOrder> orders, Map<String, Long> available) {
        Map<String, Long> left = new HashMap<>(available);
        List<PlacedOrder> fitting = new ArrayList<>();
        List<PlacedOrder> soldOut = new ArrayList<>();
        for (PlacedOrder order : orders) {
            if (order.lines().stream().allMatch(line -> left.getOrDefault(line.sku(), 0L) >= line.quantity())) {
                order.lines().forEach(line -> left.merge(line.sku(), (long) -line.quantity(), Long::sum));
                fitting.add(order);
            } else {
                soldOut.add(order);
            }
        }
        return new ReservationPlan(fitting, soldOut);
    }

    /// As many of the fitting orders as one transaction takes, the earliest first.
    ///
    /// @param maxOrders at least 1
    Fold nextFold(int maxOrders) {
        List<PlacedOrder> folded = new ArrayList<>();
        Set<String> skus = new HashSet<>();
        for (PlacedOrder order : fitting) {
            Set<String> more = new HashSet<>(skus);
            order.lines().stream().map(OrderLine::sku).forEach(more::add);
            if (folded.size() == maxOrders || folded.size() + 1 + more.size() > Fold.MAX_ACTIONS) {
                break;
            }
            folded.add(order);
            skus = more;
        }
        return new Fold(folded);
    }
}
