package dev.stampede.inventory;

import dev.stampede.model.OrderLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Parts movements into lists that one transaction can hold, and sums their units.
final class Fold {

    /// Fewer than would fit, so that a transaction meets fewer others and loses less when it is cancelled.
    static final int MAX_ORDERS = 40;

    /// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
    static final int MAX_ACTIONS = 100;

    private Fold() {}

    static List<List<Movement>> split(List<Movement> movements) {
        List<List<Movement>> folds = new ArrayList<>();
        List<Movement> fold = new ArrayList<>();
        Set<String> skus = new HashSet<>();
        for (Movement movement : movements) {
            Set<String> wider = new HashSet<>(skus);
            movement.lines().forEach(line -> wider.add(line.sku()));
            if (fold.size() == MAX_ORDERS || fold.size() + 1 + wider.size() > MAX_ACTIONS) {
                folds.add(fold);
                fold = new ArrayList<>();
                skus.clear();
            }
            fold.add(movement);
            movement.lines().forEach(line -> skus.add(line.sku()));
        }
        if (!fold.isEmpty()) {
            folds.add(fold);
        }
        return folds;
    }

    /// Units per SKU, in the order of the SKUs, which is the same for every worker.
    static Map<String, Long> units(List<Movement> movements) {
        Map<String, Long> units = new TreeMap<>();
        for (Movement movement : movements) {
            for (OrderLine line : movement.lines()) {
                units.merge(line.sku(), (long) line.quantity(), Long::sum);
            }
        }
        return units;
    }
}
