package dev.stampede.ordering;

import dev.stampede.model.Product;

/// A product as it can be ordered now.
///
/// @param available whole units; 0 where there is no stock item
public record Offer(Product product, long available) {

    boolean isSoldOut() {
        return available == 0;
    }
}
