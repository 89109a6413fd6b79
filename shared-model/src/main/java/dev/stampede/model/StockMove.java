package dev.stampede.model;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Units of one SKU that move together, and how many of them count in which sale.
public record StockMove(String sku, long units, SortedMap<String, InSale> sales) {

    /// @param units of the move that are bought in the sale
    /// @param cap   how many may be sold in it in all
    public record InSale(long units, long cap) {
        private InSale plus(InSale other) {
            return new InSale(units + other.units, Math.min(cap, other.cap));
        }
    }

    public StockMove {
        Objects.requireNonNull(sku, "sku");
        if (units < 1) {
            throw new IllegalArgumentException("a move of stock has at least one unit");
        }
        sales = Collections.unmodifiableSortedMap(new TreeMap<>(sales));
    }

    /// By SKU, in the SKUs' own order: two transactions that meet then meet at their first common item.
    public static SortedMap<String, StockMove> sum(Stream<OrderLine> lines) {
        SortedMap<String, StockMove> moves = new TreeMap<>();
        lines.forEach(line -> moves.merge(line.sku(), of(line), StockMove::plus));
        return moves;
    }

    private static StockMove of(OrderLine line) {
        SortedMap<String, InSale> sales = new TreeMap<>();
        line.sale().ifPresent(sale -> sales.put(sale.id(), new InSale(line.quantity(), sale.units())));
        return new StockMove(line.sku(), line.quantity(), sales);
    }

    private StockMove plus(StockMove other) {
        SortedMap<String, InSale> both = new TreeMap<>(sales);
        for (Map.Entry<String, InSale> sale : other.sales.entrySet()) {
            both.merge(sale.getKey(), sale.getValue(), InSale::plus);
        }
        return new StockMove(sku, units + other.units, both);
    }
}
