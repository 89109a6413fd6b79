package dev.stampede.catalog;

import dev.stampede.model.Product;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Lists what is for sale, page by page, from a catalogue at most 10 s old and stock levels at most 2 s old.
public final class ListProducts {

    static final Duration PRODUCTS_KEPT = Duration.ofSeconds(10);
    static final Duration STOCK_KEPT = Duration.ofSeconds(2);

    /// @param next where the next page goes on; empty on the last one
    record Page(List<Offer> offers, Optional<Place> next) {}

    private final Supplier<List<Product>> products;
    private final Supplier<Map<String, Long>> stock;

    public ListProducts(Products products, StockLevels stockLevels, InstantSource clock) {
        this.products = new Cached<>(products::all, PRODUCTS_KEPT, clock);
        this.stock = new Cached<>(
                () -> stockLevels.available(this.products.get().stream().map(Product::id).toList()), STOCK_KEPT, clock);
    }

    Page list(ProductQuery query) {
        Map<String, Long> levels = stock.get();
        List<Offer> found = products.get().stream()
                .map(product -> new Offer(product, levels.getOrDefault(product.id(), 0L)))
                .filter(query::matches)
                .sorted(Comparator.comparing(offer -> query.sort().placeOf(offer.product())))
                .limit(query.limit() + 1L)
                .toList();
        if (found.size() <= query.limit()) {
            return new Page(found, Optional.empty());
        }
        List<Offer> page = found.subList(0, query.limit());
        return new Page(page, Optional.of(query.sort().placeOf(page.getLast().product())));
    }
}
