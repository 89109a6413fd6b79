package dev.stampede.catalog;

import java.util.Collection;
import java.util.Map;

/// How many whole units of each SKU can be ordered.
@FunctionalInterface
public interface StockLevels {

    /// Levels as of any moment in the last second; a SKU without a stock item is left out.
    Map<String, Long> available(Collection<String> skus);
}
