package dev.stampede.ordering;

import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import java.time.Instant;

/// A product and the units there are of it. What it costs and whether it can be had depends on the moment.
public record Offer(Product product, Stock stock) {

    /// In a sale that runs only the units of the sale count.
    boolean isSoldOut(Instant now) {
        return product.unitsAt(stock, now) == 0;
    }
}
