package dev.stampede.ordering;

import dev.stampede.model.OrderLine;
import dev.stampede.model.PlacedOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Orders that are reserved in one transaction: one action for each of them and one for each SKU, with the sum of
/// units.
public record Fold(List<PlacedOrder> orders) {

    /// The most actions in a transaction
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).
    static final int MAX_ACTIONS = 100;

    public Fold {
        orders = List.copyOf(orders);
    }

    /// Units by SKU, in the SKUs' own order: two transactions that meet then meet at their first common item.
    public Map<String, Long> units() {
        Map<String, Long> units = new TreeMap<>();
        for (PlacedOrder order : orders) {
            for (OrderLine line : order.lines()) {
                units.merge(line.sku(), (long) line.quantity(), Long::sum);
            }
        }
        return units;
    }
}
