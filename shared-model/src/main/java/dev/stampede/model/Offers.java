package dev.stampede.model;

import java.util.Collection;
import java.util.Map;

/// What is for sale, as the shop knows it; the client is never asked. By SKU: what is not in the catalogue is left out,
/// and what has no stock item has no units.
public interface Offers {

    /// May be some moments old.
    Map<String, Offer> find(Collection<String> skus);

    /// As it stands now, with everything that was written before.
    Map<String, Offer> findNow(Collection<String> skus);
}
