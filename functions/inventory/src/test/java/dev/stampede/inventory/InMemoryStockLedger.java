package dev.stampede.inventory;

import dev.stampede.model.Stock;
import dev.stampede.model.StockState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Stock and orders' marks with the conditions of the real tables, and with failures to order.
final class InMemoryStockLedger implements StockLedger {

    private final Map<String, Stock> stock = new HashMap<>();
    private final Map<String, StockState> marks = new HashMap<>();
    private final List<Integer> transactions = new ArrayList<>();
    private final Deque<Outcome> scripted = new ArrayDeque<>();

    void reserved(String sku, long units) {
        stock.put(sku, new Stock(sku, 0, units, 0));
    }

    void recorded(String orderId) {
        marks.put(orderId, StockState.RESERVED);
    }

    void next(Outcome outcome) {
        scripted.add(outcome);
    }

    Stock stock(String sku) {
        return stock.get(sku);
    }

    /// The number of orders in each transaction that was written.
    List<Integer> transactions() {
        return transactions;
    }

    @Override
    public Outcome move(List<Movement> movements, StockState to) {
        if (!scripted.isEmpty()) {
            return scripted.remove();
        }
        Set<String> moved = new TreeSet<>();
        for (Movement movement : movements) {
            StockState mark = marks.get(movement.orderId());
            if (mark != null && mark != StockState.RESERVED) {
                moved.add(movement.orderId());
            }
        }
        if (!moved.isEmpty()) {
            return new Outcome.AlreadyMoved(moved);
        }
        if (!movements.stream().allMatch(movement -> marks.containsKey(movement.orderId()))) {
            return new Outcome.Impossible("no such order");
        }
        Map<String, Long> units = Fold.units(movements);
        if (units.entrySet().stream().anyMatch(sku -> stock.get(sku.getKey()).reserved() < sku.getValue())) {
            return new Outcome.Impossible("stock");
        }
        units.forEach((sku, count) -> stock.computeIfPresent(sku, (_, before) -> to == StockState.SOLD
                ? new Stock(sku, before.available(), before.reserved() - count, before.sold() + count)
                : new Stock(sku, before.available() + count, before.reserved() - count, before.sold())));
        movements.forEach(movement -> marks.put(movement.orderId(), to));
        transactions.add(movements.size());
        return new Outcome.Moved();
    }
}
