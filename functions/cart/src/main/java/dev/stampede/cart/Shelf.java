package dev.stampede.cart;

import java.util.Collection;
import java.util.Map;

/// What is for sale, as it was a moment ago.
public interface Shelf {

    /// By SKU; what is not in the catalogue is left out, and what has no stock item has no units.
    Map<String, Offer> find(Collection<String> skus);
}
