package dev.stampede.verification.simulation;

import static dev.stampede.model.table.Attributes.required;

import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.Product;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.Stock;
import dev.stampede.model.StockState;
import dev.stampede.verification.simulation.Table.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// After every commit: what the orders hold is what stock, sales and purchase limits say they hold, and nothing more
/// than there is.
final class StockAudit {

    /// How much was left of something from a moment on.
    private record Level(long at, long left) {}

    private final Cloud cloud;
    private final Map<String, Long> initial = new HashMap<>();
    private final Map<String, Long> caps = new HashMap<>();
    private final Map<String, Long> held = new HashMap<>();
    private final Map<String, List<Level>> levels = new HashMap<>();
    private final Set<String> skus = new TreeSet<>();
    private final Set<String> counters = new TreeSet<>();

    StockAudit(Cloud cloud, Catalogue catalogue) {
        this.cloud = cloud;
        for (Stock stock : catalogue.stock()) {
            initial.put(stock.sku(), stock.available());
            note(stock.sku(), stock.available());
        }
        for (Product product : catalogue.products()) {
            product.sale().ifPresent(sale -> {
                String scope = product.id() + "@" + sale.id();
                caps.put(scope, sale.units());
                note(scope, sale.units());
            });
        }
    }

    /// @param before null where there was none
    /// @param after  null where there is none
    void changed(@Nullable Order before, @Nullable Order after) {
        if (before != null) {
            add(before, -1);
        }
        if (after != null) {
            add(after, 1);
        }
    }

    /// Looks at everything that the commit was about, once its orders were told by [#changed].
    void check(List<Write> writes) {
        for (Write write : writes) {
            if (write.table() == cloud.tables.stock) {
                skus.add(write.key());
            } else if (write.table() == cloud.tables.limits) {
                counters.add(write.key());
            }
        }
        skus.forEach(this::checkSku);
        counters.forEach(this::checkCounter);
        skus.clear();
        counters.clear();
    }

    private void add(Order order, int sign) {
        StockState state = order.stock();
        boolean reserved = state == StockState.RESERVED;
        boolean sold = state == StockState.SOLD || state == StockState.WRITTEN_OFF;
        for (OrderLine line : order.placed().lines()) {
            long units = (long) sign * line.quantity();
            skus.add(line.sku());
            if (reserved || sold) {
                held.merge((reserved ? "reserved " : "sold ") + line.sku(), units, Long::sum);
                line.sale().ifPresent(_ -> held.merge(line.limitScope(), units, Long::sum));
            }
            if (line.limitPerCustomer().isPresent() && !state.isGivenUp()) {
                String counter = PurchaseCounter.of(order.placed().customer(), line);
                counters.add(counter);
                long bought = held.merge(counter, units, Long::sum);
                require(bought <= line.limitPerCustomer().get(),
                        "a customer has " + bought + " of " + line.limitScope() + ", above the limit");
            }
        }
    }

    /// Whether there was too little of something for the line at some moment since the order was accepted.
    boolean wasShort(OrderLine line, long since) {
        return fellBelow(line.sku(), line.quantity(), since)
                || line.sale().filter(_ -> fellBelow(line.limitScope(), line.quantity(), since)).isPresent();
    }

    /// Whether the customer had too many at some moment since the order was accepted.
    boolean wasLimited(Order order, OrderLine line, long since) {
        return line.limitPerCustomer().filter(limit -> fellBelow(
                PurchaseCounter.of(order.placed().customer(), line), line.quantity() - limit, since))
                .isPresent();
    }

    private void checkSku(String sku) {
        Map<String, AttributeValue> item = Objects.requireNonNull(cloud.tables.stock.get(sku), sku);
        long available = number(item, "available");
        long reserved = held.getOrDefault("reserved " + sku, 0L);
        long sold = held.getOrDefault("sold " + sku, 0L);
        require(available >= 0, "oversold: " + sku + " has " + available + " available");
        require(number(item, "reserved") == reserved,
                sku + " has " + number(item, "reserved") + " reserved, its orders hold " + reserved);
        require(number(item, "sold") == sold, sku + " has " + number(item, "sold") + " sold, its orders hold " + sold);
        require(available + reserved + sold == Objects.requireNonNull(initial.get(sku), sku),
                sku + " had " + initial.get(sku) + " units and has " + (available + reserved + sold));
        note(sku, available);
        item.keySet().stream().filter(name -> name.startsWith("sale#")).forEach(name -> {
            String scope = sku + "@" + name.substring("sale#".length());
            long left = number(item, name);
            long taken = held.getOrDefault(scope, 0L);
            require(left >= 0, "oversold: the sale " + scope + " has " + left + " units left");
            require(left + taken == Objects.requireNonNull(caps.get(scope), scope),
                    "the sale " + scope + " had " + caps.get(scope) + " units, has " + left + " and sold " + taken);
            note(scope, left);
        });
    }

    private void checkCounter(String counter) {
        Map<String, AttributeValue> item = cloud.tables.limits.get(counter);
        long bought = item == null ? 0 : number(item, "bought");
        long live = held.getOrDefault(counter, 0L);
        require(bought == live, "counter " + counter + " says " + bought + ", the customer's orders hold " + live);
        note(counter, -bought);
    }

    private boolean fellBelow(String what, long wanted, long since) {
        List<Level> known = levels.getOrDefault(what, List.of());
        for (int i = known.size() - 1; i >= 0; i--) {
            if (known.get(i).left() < wanted) {
                return true;
            }
            if (known.get(i).at() <= since) {
                return false;
            }
        }
        return false;
    }

    private void note(String what, long left) {
        List<Level> known = levels.computeIfAbsent(what, _ -> new ArrayList<>());
        if (known.isEmpty() || known.getLast().left() != left) {
            known.add(new Level(cloud.scheduler.now(), left));
        }
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(required(item, name).n());
    }

    private void require(boolean holds, String otherwise) {
        cloud.findings.require(holds, () -> otherwise);
    }
}
