package dev.stampede.verification.invariant;

import dev.stampede.model.Order;
import dev.stampede.model.OrderLine;
import dev.stampede.model.StockState;
import dev.stampede.verification.invariant.Evidence.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Conservation of units: initial stock = available + reserved + sold.
final class StockClaims {

    private static final Set<StockState> OUT = Set.of(StockState.SOLD, StockState.WRITTEN_OFF);
    private static final Set<StockState> TAKEN = Set.of(StockState.RESERVED, StockState.SOLD, StockState.WRITTEN_OFF);

    private StockClaims() {}

    /// Restocked returns move from sold to available, so the sum always equals the initial stock.
    static Finding conserved(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        evidence.catalogue().forEach((sku, item) -> {
            Units units = evidence.stock().get(sku);
            if (units == null) {
                offenders.add(sku + ": its stock item is missing");
            } else if (units.available() + units.reserved() + units.sold() != item.units()) {
                offenders.add("%s: %d units at first, now %d available, %d reserved, %d sold".formatted(
                        sku, item.units(), units.available(), units.reserved(), units.sold()));
            }
        });
        return Finding.ofAll("No unit appears or disappears (by SKU)", evidence.catalogue().size(), offenders);
    }

    static Finding heldByOrders(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        evidence.stock().forEach((sku, units) -> {
            long reserved = units(evidence, sku, Set.of(StockState.RESERVED));
            long sold = units(evidence, sku, OUT);
            if (units.reserved() != reserved || units.sold() != sold) {
                offenders.add("%s: %d reserved and %d sold, its orders hold %d and %d".formatted(
                        sku, units.reserved(), units.sold(), reserved, sold));
            }
        });
        return Finding.ofAll("Reserved and sold units match the orders", evidence.stock().size(), offenders);
    }

    static Finding notOversold(Evidence evidence) {
        List<String> offenders = new ArrayList<>();
        evidence.catalogue().forEach((sku, item) -> {
            Units units = evidence.stock().getOrDefault(sku, new Units(0, 0, 0, Map.of()));
            long taken = units(evidence, sku, TAKEN);
            if (Math.min(units.available(), Math.min(units.reserved(), units.sold())) < 0) {
                offenders.add(sku + ": has a negative count");
            }
            if (taken > item.units()) {
                offenders.add("%s: %d units taken of %d".formatted(sku, taken, item.units()));
            }
            item.sale().ifPresent(sale -> {
                long inSale = unitsInSale(evidence, sku, sale.id());
                long left = units.saleLeft().getOrDefault(sale.id(), sale.units());
                if (inSale > sale.units() || left < 0 || left != sale.units() - inSale) {
                    offenders.add("%s: sale %s of %d units took %d and has %d left".formatted(
                            sku, sale.id(), sale.units(), inSale, left));
                }
            });
        });
        return Finding.ofAll("Nothing is oversold, in stock or in a sale (by SKU)", evidence.catalogue().size(),
                offenders);
    }

    private static long units(Evidence evidence, String sku, Set<StockState> states) {
        return sum(evidence, states, line -> line.sku().equals(sku));
    }

    private static long unitsInSale(Evidence evidence, String sku, String sale) {
        return sum(evidence, TAKEN,
                line -> line.sku().equals(sku) && line.sale().filter(it -> it.id().equals(sale)).isPresent());
    }

    private interface Which {
        boolean concerns(OrderLine line);
    }

    private static long sum(Evidence evidence, Set<StockState> states, Which which) {
        return evidence.orders().values().stream()
                .filter(order -> states.contains(order.stock()))
                .map(Order::placed)
                .flatMap(placed -> placed.lines().stream())
                .filter(which::concerns)
                .mapToLong(OrderLine::quantity)
                .sum();
    }
}
