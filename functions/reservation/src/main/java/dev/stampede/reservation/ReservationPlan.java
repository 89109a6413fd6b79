package dev.stampede.reservation;

import dev.stampede.lambda.Packing;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import dev.stampede.model.Reason;
import dev.stampede.model.StockMove.InSale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which orders can be had of what remains, decided in arrival order. An order is had as a whole or not at all; what an
/// order could not use is left to those after it.
public record ReservationPlan(List<PlacedOrder> fitting, List<Rejection> rejected) {

    /// @param reason NOT_FOR_SALE, SOLD_OUT or LIMIT_REACHED
    public record Rejection(PlacedOrder order, Reason reason) {}

    public ReservationPlan {
        fitting = List.copyOf(fitting);
        rejected = List.copyOf(rejected);
    }

    /// @param orders    in arrival order
    /// @param remaining is left as it is
    static ReservationPlan of(Collection<PlacedOrder> orders, Remaining remaining) {
        Remaining left = remaining.copy();
        List<PlacedOrder> fitting = new ArrayList<>();
        List<Rejection> rejected = new ArrayList<>();
        for (PlacedOrder order : orders) {
            Optional<Reason> refusal = left.refusal(order);
            if (refusal.isPresent()) {
                rejected.add(new Rejection(order, refusal.get()));
            } else {
                left.take(new Fold(List.of(order)));
                fitting.add(order);
            }
        }
        return new ReservationPlan(fitting, rejected);
    }

    /// As many of the fitting orders as one transaction takes, the earliest first. A transaction writes an item once,
    /// so of the orders that share a counter only the earliest goes along: the limits of two orders may differ, and
    /// one condition cannot say both. The others wait for a fold of their own, and nobody who came later passes them
    /// on that counter or on any other of theirs.
    ///
    /// @param maxOrders at least 1
    Fold nextFold(int maxOrders) {
        Draft draft = new Draft();
        Set<String> seen = new HashSet<>();
        for (PlacedOrder order : fitting) {
            Set<String> counters = new Fold(List.of(order)).counts().keySet();
            boolean mustWait = !Collections.disjoint(seen, counters);
            seen.addAll(counters);
            if (mustWait) {
                continue;
            }
            if (draft.orders.size() == maxOrders || !draft.add(order, counters)) {
                break;
            }
        }
        return new Fold(draft.orders);
    }

    /// A fold that grows while it stays within what one transaction can say.
    private static final class Draft {

        private final List<PlacedOrder> orders = new ArrayList<>();
        private final Packing packing = new Packing();
        private final Map<String, InSale> sales = new HashMap<>();

        /// @return whether there was room for it; the first always has some
        boolean add(PlacedOrder order, Set<String> counters) {
            Set<String> items = new HashSet<>(counters);
            order.lines().stream().map(OrderLine::sku).forEach(items::add);
            if (!order.lines().stream().allMatch(this::isAlike) || !packing.add(items)) {
                return false;
            }
            orders.add(order);
            order.lines().forEach(line -> line.sale().ifPresent(sale -> sales.merge(line.limitScope(),
                    new InSale(line.quantity(), sale.units()),
                    (one, other) -> new InSale(one.units() + other.units(), one.cap()))));
            return true;
        }

        /// Where the units of a sale were changed while it ran, orders under the old terms go without those under the
        /// new; and no more go together than the sale ever had.
        private boolean isAlike(OrderLine line) {
            InSale before = sales.get(line.limitScope());
            return before == null || before.cap() == line.sale().orElseThrow().units()
                    && before.units() + line.quantity() <= before.cap();
        }
    }
}
