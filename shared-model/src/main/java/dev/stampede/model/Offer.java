package dev.stampede.model;

import java.time.Instant;
import java.util.Objects;

/// A product and the units there are of it. What it costs and whether it can be bought depends on the moment.
public record Offer(Product product, Stock stock) {

    public Offer {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(stock, "stock");
    }

    /// Units on the shelf; in a sale that runs, those of the sale.
    public long units(Instant now) {
        return product.runningSale(now).map(stock::availableIn).orElse(stock.available());
    }

    /// Units that can be ordered now: none before a sale that is to come.
    public long orderableUnits(Instant now) {
        return product.upcomingSale(now).isPresent() ? 0 : units(now);
    }

    public Money price(Instant now) {
        return product.priceAt(now);
    }

    /// One line of an order that is accepted now: at today's price, under today's limits.
    public OrderLine orderLine(int quantity, Instant now) {
        return product.orderLine(quantity, now);
    }
}
