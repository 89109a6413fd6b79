package dev.stampede.cart;

import dev.stampede.model.OrderLine;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import java.time.Instant;

/// A product and the units there are of it. What it costs and whether it can be had depends on the moment.
public record Offer(Product product, Stock stock) {

    /// Units that can be ordered; in a sale that runs, those of the sale.
    long available(Instant now) {
        return product.runningSale(now).map(stock::availableIn).orElse(stock.available());
    }

    /// The line of an order that would be placed now.
    OrderLine orderLine(int quantity, Instant now) {
        return product.orderLine(quantity, now);
    }

    boolean isForSale(Instant now) {
        return product.upcomingSale(now).isEmpty();
    }
}
