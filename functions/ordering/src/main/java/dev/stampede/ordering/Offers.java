package dev.stampede.ordering;

import java.util.Collection;
import java.util.Map;

/// Prices and stock of what is for sale, as the shop knows them; the client is never asked.
@FunctionalInterface
public interface Offers {

    /// @return by SKU; a SKU that is not for sale is left out
    Map<String, Offer> find(Collection<String> skus);
}
