package dev.stampede.catalog;

import dev.stampede.model.Product;
import java.util.List;
import java.util.Optional;

/// Everything that is for sale.
public interface Products {

    /// In no order.
    List<Product> all();

    Optional<Product> find(String productId);

    /// By product id; empty where there is no such category, as a category is no more than its products.
    List<Product> inCategory(String category);
}
