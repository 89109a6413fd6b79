package dev.stampede.inventory;

import dev.stampede.lambda.Packing;
import dev.stampede.model.OrderLine;
import dev.stampede.model.PurchaseCounter;
import dev.stampede.model.StockMove;
import dev.stampede.model.StockState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Parts movements into lists that one transaction can hold, and sums what they move together.
final class Fold {

    /// Fewer than would fit, so that a transaction meets fewer others and loses less when it is cancelled.
    static final int MAX_ORDERS = 40;

    private record Way(StockState from, StockState to) {}

    private Fold() {}

    /// Each list goes one way, from one state to one other: a transaction takes one action per item of stock.
    static List<List<Movement>> split(Collection<Movement> movements) {
        Map<Way, List<Movement>> ways = new LinkedHashMap<>();
        movements.forEach(movement -> ways
                .computeIfAbsent(new Way(movement.from(), movement.to()), _ -> new ArrayList<>())
                .add(movement));
        List<List<Movement>> folds = new ArrayList<>();
        ways.values().forEach(way -> folds.addAll(Packing.pack(way, Fold::items, MAX_ORDERS)));
        return folds;
    }

    /// The units by SKU, with those that count in a sale.
    static SortedMap<String, StockMove> units(List<Movement> movements) {
        return StockMove.sum(lines(movements));
    }

    /// The units by counter of purchase limits that they stop counting in.
    static SortedMap<String, Long> limits(List<Movement> movements) {
        SortedMap<String, Long> limits = new TreeMap<>();
        for (Movement movement : movements) {
            limitedLines(movement)
                    .forEach(line -> limits.merge(counter(movement, line), (long) line.quantity(), Long::sum));
        }
        return limits;
    }

    /// What is written beside the order itself. Counters have a `#` after a digest, which SKUs have not.
    private static List<String> items(Movement movement) {
        return Stream.concat(
                lines(List.of(movement)).map(OrderLine::sku),
                limitedLines(movement).map(line -> counter(movement, line))).toList();
    }

    private static Stream<OrderLine> lines(List<Movement> movements) {
        return movements.stream().flatMap(movement -> movement.seen().placed().lines().stream());
    }

    private static Stream<OrderLine> limitedLines(Movement movement) {
        return movement.freesLimits()
                ? lines(List.of(movement)).filter(line -> line.limitPerCustomer().isPresent())
                : Stream.empty();
    }

    private static String counter(Movement movement, OrderLine line) {
        return PurchaseCounter.of(movement.seen().placed().customer(), line);
    }
}
