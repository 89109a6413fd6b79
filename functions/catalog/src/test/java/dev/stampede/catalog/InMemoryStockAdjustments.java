package dev.stampede.catalog;

import dev.stampede.catalog.StockAdjustments.Outcome.Applied;
import dev.stampede.catalog.StockAdjustments.Outcome.AppliedBefore;
import dev.stampede.catalog.StockAdjustments.Outcome.Busy;
import dev.stampede.catalog.StockAdjustments.Outcome.PreconditionFailed;
import dev.stampede.model.Stock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stock and its entries in memory, busy as often as it is told to be.
final class InMemoryStockAdjustments implements StockAdjustments {

    final Map<String, Stock> stock = new HashMap<>();
    final List<StockAdjustment> entries = new ArrayList<>();
    int busy;
    Runnable beforeOpen = () -> {};

    @Override
    public Optional<Stock> stock(String sku) {
        return Optional.ofNullable(stock.get(sku));
    }

    @Override
    public Outcome book(StockAdjustment adjustment) {
        if (busy > 0) {
            busy--;
            return new Busy();
        }
        Optional<StockAdjustment> before = entry(adjustment);
        if (before.isPresent()) {
            return new AppliedBefore(before.get());
        }
        Optional<Stock> now = stock(adjustment.sku());
        boolean fits = now.isPresent() && adjustment.expected()
                .map(expected -> now.get().available() == expected)
                .orElse(now.get().available() + adjustment.units() >= 0);
        if (!fits) {
            return new PreconditionFailed(now);
        }
        Stock it = now.get();
        stock.put(it.sku(), new Stock(it.sku(), it.available() + adjustment.units(), it.reserved(), it.sold()));
        entries.add(adjustment);
        return new Applied();
    }

    @Override
    public boolean open(StockAdjustment adjustment) {
        beforeOpen.run();
        if (stock.containsKey(adjustment.sku()) || entry(adjustment).isPresent()) {
            return false;
        }
        stock.put(adjustment.sku(), Stock.of(adjustment.sku(), adjustment.units()));
        entries.add(adjustment);
        return true;
    }

    @Override
    public List<StockAdjustment> newest(String sku, int limit) {
        return entries.stream()
                .filter(entry -> entry.sku().equals(sku))
                .sorted(Comparator.comparing(StockAdjustment::at).reversed())
                .limit(limit)
                .toList();
    }

    private Optional<StockAdjustment> entry(StockAdjustment adjustment) {
        return entries.stream()
                .filter(entry -> entry.sku().equals(adjustment.sku()) && entry.key().equals(adjustment.key()))
                .findFirst();
    }
}
