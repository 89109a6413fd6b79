package dev.stampede.catalog;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Sale;
import java.time.Instant;
import java.util.Optional;

/// All that the staff says of a product; what else it has, the shop gives it.
public record ProductDescription(
        String name,
        String description,
        String category,
        String image,
        Money price,
        Optional<Money> originalPrice,
        Optional<Integer> limitPerCustomer,
        Optional<Sale> sale) {

    Product product(String id, Instant createdAt, long version) {
        return new Product(id, name, price, originalPrice, description, category, image, limitPerCustomer, sale,
                createdAt, version);
    }
}
