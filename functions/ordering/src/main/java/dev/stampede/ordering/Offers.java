package dev.stampede.ordering;

import dev.stampede.model.Stock;
import java.util.Collection;
import java.util.Map;

/// What is for sale, as the shop knows it; the client is never asked. Both reads may be some moments old.
public interface Offers {

    /// Products with their stock, by SKU. A SKU that is not for sale is left out; one without a stock item has no
    /// units.
    Map<String, Offer> find(Collection<String> skus);

    /// Stock alone, by SKU; a SKU without a stock item is left out.
    Map<String, Stock> stock(Collection<String> skus);
}
