package dev.stampede.model;

import dev.stampede.model.Sale.Phase;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A thing for sale. `originalPrice` is the was-price; it is there only where it is above the price.
///
/// @param limitPerCustomer units that one customer may have of it outside of a sale that says otherwise
/// @param sale             the one timed sale it may carry, whether coming, running or over
/// @param createdAt        since when it is for sale; [Instant#EPOCH] where nobody noted it
/// @param version          one more with every change of it
public record Product(
        String id,
        String name,
        Money price,
        Optional<Money> originalPrice,
        String description,
        String category,
        String image,
        Optional<Integer> limitPerCustomer,
        Optional<Sale> sale,
        Instant createdAt,
        long version) {

    public Product {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(createdAt, "createdAt");
        if (price.minorUnits() <= 0) {
            throw new IllegalArgumentException("price must be positive");
        }
        if (limitPerCustomer.filter(limit -> limit < 1).isPresent()) {
            throw new IllegalArgumentException("a limit per customer is at least 1");
        }
        originalPrice = originalPrice.filter(was -> was.compareTo(price) > 0);
    }

    /// A product of which nobody noted since when it is for sale.
    public Product(
            String id, String name, Money price, Optional<Money> originalPrice, String description, String category,
            String image, Optional<Integer> limitPerCustomer, Optional<Sale> sale, long version) {
        this(id, name, price, originalPrice, description, category, image, limitPerCustomer, sale, Instant.EPOCH,
                version);
    }

    /// A product that is simply for sale.
    public Product(
            String id, String name, Money price, Optional<Money> originalPrice, String description, String category,
            String image, long version) {
        this(id, name, price, originalPrice, description, category, image, Optional.empty(), Optional.empty(), version);
    }

    public Optional<Sale> runningSale(Instant now) {
        return sale.filter(it -> it.phaseAt(now) == Phase.RUNNING);
    }

    /// The sale whose start has to be waited for before the product can be ordered.
    public Optional<Sale> upcomingSale(Instant now) {
        return sale.filter(it -> it.phaseAt(now) == Phase.UPCOMING);
    }

    public Money priceAt(Instant now) {
        return runningSale(now).map(Sale::price).orElse(price);
    }

    /// The price to strike through, where the price now is a reduced one: in a sale that is the usual price at least.
    public Optional<Money> wasPriceAt(Instant now) {
        Money current = priceAt(now);
        return originalPrice.or(() -> Optional.of(price)).filter(was -> was.compareTo(current) > 0);
    }

    /// The discount against the was-price in whole percent, rounded down so that it never promises too much.
    public int discountPercentAt(Instant now) {
        Money current = priceAt(now);
        return wasPriceAt(now)
                .map(was -> (int) ((was.minorUnits() - current.minorUnits()) * 100 / was.minorUnits()))
                .orElse(0);
    }

    /// One line of an order that is accepted now: at today's price, under today's limits.
    public OrderLine orderLine(int quantity, Instant now) {
        Optional<Sale> running = runningSale(now);
        return new OrderLine(
                id,
                name,
                priceAt(now),
                quantity,
                running.flatMap(Sale::limitPerCustomer).or(() -> limitPerCustomer),
                running.map(it -> new OrderLine.SaleUnits(it.id(), it.units())));
    }
}
