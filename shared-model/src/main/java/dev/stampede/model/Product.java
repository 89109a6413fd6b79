package dev.stampede.model;

import java.util.Objects;
import java.util.Optional;

/// A thing for sale. `originalPrice` is the was-price; it is there only where it is above the price.
public record Product(
        String id,
        String name,
        Money price,
        Optional<Money> originalPrice,
        String description,
        String category,
        String image,
        long version) {

    public Product {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(image, "image");
        if (price.minorUnits() <= 0) {
            throw new IllegalArgumentException("price must be positive");
        }
        originalPrice = originalPrice.filter(was -> was.compareTo(price) > 0);
    }

    /// The discount against the was-price in whole percent, rounded down so that it never promises too much.
    public int discountPercent() {
        return originalPrice
                .map(was -> (int) ((was.minorUnits() - price.minorUnits()) * 100 / was.minorUnits()))
                .orElse(0);
    }
}
