package dev.stampede.email;

import dev.stampede.model.Product;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/// What is for sale.
@FunctionalInterface
public interface Shelf {

    /// Of some products those of which units can be ordered now, by their ids.
    Map<String, Product> orderable(Collection<String> productIds, Instant now);
}
