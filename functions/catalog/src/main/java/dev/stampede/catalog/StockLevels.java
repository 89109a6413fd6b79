package dev.stampede.catalog;

import dev.stampede.model.Stock;
import java.util.Collection;
import java.util.Map;

/// How many whole units of each SKU can be ordered, on the shelf and in sales.
@FunctionalInterface
public interface StockLevels {

    /// Stock as of any moment in the last second, by SKU; a SKU without a stock item is left out.
    Map<String, Stock> find(Collection<String> skus);
}
