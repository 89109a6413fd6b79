package dev.stampede.catalog;

import dev.stampede.model.Money;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import java.time.Instant;

/// A product as it stands at one moment: what is remembered of it may be older, its sale is told by the clock.
record Offer(Product product, Stock stock, Instant now) {

    Money price() {
        return product.priceAt(now);
    }

    int discountPercent() {
        return product.discountPercentAt(now);
    }

    /// Units that can be ordered; in a sale that runs, those of the sale.
    long units() {
        return product.unitsAt(stock, now);
    }
}
