package dev.stampede.verification.simulation;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.Reason;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.verification.simulation.Table.Write;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Watches every commit, and looks at everything once at the end.
final class Audit {

    /// A worker's clock may have been two seconds ahead when the order was accepted.
    private static final long SKEW = 2_000;

    private final Cloud cloud;
    private final StockAudit stock;
    private final OrderAudit history;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Set<String> accepted = new LinkedHashSet<>();

    Audit(Cloud cloud, Catalogue catalogue) {
        this.cloud = cloud;
        this.stock = new StockAudit(cloud, catalogue);
        this.history = new OrderAudit(cloud);
        cloud.tables.onCommit(this::committed);
    }

    /// The shop has promised to see to it.
    void accepted(String orderId) {
        accepted.add(orderId);
    }

    /// As they stand.
    Map<String, Order> orders() {
        return orders;
    }

    private void committed(List<Write> writes) {
        for (Write write : writes) {
            if (write.table() == cloud.tables.orders) {
                written(write);
            } else if (write.table() == cloud.tables.payments && write.after() != null
                    && write.after().containsKey("captures")) {
                long captures = Long.parseLong(required(write.after(), "captures").n());
                cloud.findings.require(captures <= 1,
                        () -> "order " + write.key() + " was charged " + captures + " times");
            }
        }
        stock.check(writes);
    }

    private void written(Write write) {
        Order before = orders.get(write.key());
        Order after = write.after() == null ? null : OrdersTable.fromItem(write.after());
        if (before != null) {
            history.changed(before, after);
        } else if (after != null) {
            history.recorded(after);
            checkRejection(after);
        }
        stock.changed(before, after);
        if (after == null) {
            orders.remove(write.key());
        } else {
            orders.put(write.key(), after);
        }
    }

    /// That something is short is said only where it was, never because of a conflict.
    private void checkRejection(Order order) {
        if (order.status() != OrderStatus.REJECTED) {
            return;
        }
        long since = order.placed().placedAt().toEpochMilli() - SKEW;
        Reason reason = order.reason().orElseThrow();
        List<OrderLine> lines = order.placed().lines();
        boolean true_ = reason == Reason.SOLD_OUT
                ? lines.stream().anyMatch(line -> stock.wasShort(line, since))
                : lines.stream().anyMatch(line -> stock.wasLimited(order, line, since));
        cloud.findings.require(true_,
                () -> "order " + order.orderId() + " is rejected as " + reason + " though nothing was short");
    }

    /// All that must hold once everything has come to rest.
    void checkAtRest(Shop shop) {
        for (String orderId : accepted) {
            require(orders.containsKey(orderId), "order " + orderId + " was accepted and is nowhere");
        }
        checkRepeatsOfMoves(shop);
        shop.queues().forEach(queue -> require(queue.deadLetters().isEmpty(),
                "dead letters are left after a redrive: " + queue.deadLetters()));
        require(cloud.tables.untold().isEmpty(), "a stream has not told all: " + cloud.tables.untold());
        MoneyAudit money = new MoneyAudit(cloud);
        orders.values().forEach(order -> {
            require(order.status() != OrderStatus.RESERVED, "order " + order.orderId() + " is still RESERVED");
            require(order.stock() == order.stockWanted(), "order " + order.orderId() + " is " + order.status()
                    + " and its units are " + order.stock());
            money.check(order);
        });
        money.checkStrangers(orders.keySet());
        new MetricsAudit(cloud).check(orders.values(), shop.stream.forgotten());
        new MailAudit(cloud).check(orders.values(), shop);
    }

    /// Units move once. Where the stock itself has none left to move again, a repeat is held up by that and not by the
    /// order's mark, and nothing is wrong with the books: then it is the letter that tells.
    private void checkRepeatsOfMoves(Shop shop) {
        shop.queues().stream().map(WorkQueue::deadLetters).flatMap(List::stream).forEach(letter -> orders.values()
                .stream()
                .filter(order -> letter.startsWith("Inventory/")
                        && letter.contains(" " + order.orderId().substring(0, 8)))
                .forEach(order -> require(order.stock() != order.stockWanted(), "the units of order " + order.orderId()
                        + " are to be moved again, though they are " + order.stock() + " as they should be: "
                        + letter)));
    }

    private void require(boolean holds, String otherwise) {
        cloud.findings.require(holds, () -> otherwise);
    }
}
