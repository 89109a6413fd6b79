package dev.stampede.catalog;

import dev.stampede.model.Product;
import java.util.Optional;

/// Products as they stand now, with everything that was written before.
public interface CurrentProducts {

    Optional<Product> find(String productId);
}
