package dev.stampede.inventory;

import dev.stampede.inventory.StockLedger.Outcome.Impossible;
import dev.stampede.inventory.StockLedger.Outcome.Moved;
import dev.stampede.inventory.StockLedger.Outcome.Stale;
import dev.stampede.model.Order;
import dev.stampede.model.Stock;
import dev.stampede.model.StockMove;
import dev.stampede.model.StockState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Orders, stock and purchase limits with the conditions of the real tables.
final class InMemoryStockLedger implements StockLedger {

    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, Stock> stock = new HashMap<>();
    private final Map<String, Long> bought = new HashMap<>();
    private final List<Integer> transactions = new ArrayList<>();

    void put(Order order) {
        orders.put(order.orderId(), order);
    }

    void put(Stock units) {
        stock.put(units.sku(), units);
    }

    void putBought(String counter, long units) {
        bought.put(counter, units);
    }

    Optional<Order> order(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    Stock stock(String sku) {
        return stock.get(sku);
    }

    long bought(String counter) {
        return bought.get(counter);
    }

    /// The number of orders in each transaction that was written.
    List<Integer> transactions() {
        return transactions;
    }

    @Override
    public Outcome move(List<Movement> movements) {
        Map<String, Order> stale = new HashMap<>();
        for (Movement movement : movements) {
            order(movement.orderId()).filter(order -> !isAsSeen(order, movement))
                    .ifPresent(order -> stale.put(order.orderId(), order));
        }
        if (!stale.isEmpty()) {
            return new Stale(stale);
        }
        if (!orders.keySet().containsAll(movements.stream().map(Movement::orderId).toList())) {
            return new Impossible("no such order");
        }
        StockState from = movements.getFirst().from();
        StockState to = movements.getFirst().to();
        Map<String, Stock> stockAfter = new HashMap<>();
        for (StockMove units : Fold.units(movements).values()) {
            Stock before = stock.get(units.sku());
            if (at(before, from) < units.units()) {
                return new Impossible("stock");
            }
            stockAfter.put(units.sku(), after(before, units, from, to));
        }
        SortedMap<String, Long> limits = Fold.limits(movements);
        if (limits.entrySet().stream()
                .anyMatch(counter -> bought.getOrDefault(counter.getKey(), 0L) < counter.getValue())) {
            return new Impossible("limits");
        }
        stock.putAll(stockAfter);
        limits.forEach((counter, units) -> bought.merge(counter, -units, Long::sum));
        movements.forEach(movement -> put(Sample.marked(orders.get(movement.orderId()), to)));
        transactions.add(movements.size());
        return new Moved();
    }

    private static boolean isAsSeen(Order order, Movement movement) {
        return order.stock() == movement.from() && order.status() == movement.seen().status();
    }

    private static long at(Stock stock, StockState state) {
        return switch (state) {
            case RESERVED -> stock.reserved();
            case SOLD, WRITTEN_OFF -> stock.sold();
            case RELEASED, RESTOCKED -> stock.available();
            case NONE -> throw new IllegalArgumentException("no units");
        };
    }

    private static Stock after(Stock before, StockMove move, StockState from, StockState to) {
        Stock without = plus(before, from, -move.units(), Map.of());
        return plus(without, to, move.units(), move.sales());
    }

    private static Stock plus(Stock stock, StockState state, long units, Map<String, StockMove.InSale> sales) {
        return switch (state) {
            case RESERVED -> new Stock(stock.sku(), stock.available(), stock.reserved() + units, stock.sold(),
                    stock.saleUnitsLeft());
            case SOLD, WRITTEN_OFF -> new Stock(stock.sku(), stock.available(), stock.reserved(), stock.sold() + units,
                    stock.saleUnitsLeft());
            case RELEASED, RESTOCKED -> {
                Map<String, Long> left = new HashMap<>(stock.saleUnitsLeft());
                sales.forEach((sale, in) -> left.merge(sale, in.units(), Long::sum));
                yield new Stock(stock.sku(), stock.available() + units, stock.reserved(), stock.sold(), left);
            }
            case NONE -> throw new IllegalArgumentException("no units");
        };
    }
}
