package dev.stampede.verification.workload;

import dev.stampede.model.OrderLine;
import dev.stampede.model.Product;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A product of the workload and its stock before the first purchase.
///
/// @param at when it went on sale; its price, sale and limit stay those of that moment throughout the run
public record CatalogueItem(Product product, long units, Instant at) {

    public CatalogueItem {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(at, "at");
        if (units < 0) {
            throw new IllegalArgumentException("units must not be negative");
        }
    }

    public String sku() {
        return product.id();
    }

    /// The order line that must be recorded for this quantity.
    public OrderLine line(int quantity) {
        return product.orderLine(quantity, at);
    }

    /// The units of its sale, if it is in one.
    public Optional<OrderLine.SaleUnits> sale() {
        return line(1).sale();
    }
}
