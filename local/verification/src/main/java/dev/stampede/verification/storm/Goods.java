package dev.stampede.verification.storm;

import dev.stampede.model.OrderLine;
import dev.stampede.model.Product;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A product of the storm and how many of it there were before anybody bought.
///
/// @param at when it was put for sale: its prices, sales and limits are those of that moment all through the storm
public record Goods(Product product, long units, Instant at) {

    public Goods {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(at, "at");
        if (units < 0) {
            throw new IllegalArgumentException("there are no fewer than no units");
        }
    }

    public String sku() {
        return product.id();
    }

    /// The line as an order for it must be recorded.
    public OrderLine line(int quantity) {
        return product.orderLine(quantity, at);
    }

    /// How many may be sold in its sale, where it is in one.
    public Optional<OrderLine.SaleUnits> sale() {
        return line(1).sale();
    }
}
