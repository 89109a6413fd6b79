package dev.stampede.catalog;

import dev.stampede.model.Offer;
import dev.stampede.model.Product;
import dev.stampede.model.Stock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Lists what is for sale, page by page, from a catalogue at most 10 s old and stock levels at most 2 s old. Whatever
/// the age, a sale in it starts and ends on time.
public final class ListProducts {

    static final Duration PRODUCTS_KEPT = Duration.ofSeconds(10);
    static final Duration STOCK_KEPT = Duration.ofSeconds(2);

    /// @param next         where the next page goes on; empty on the last one
    /// @param cacheControl how long the page may be kept
    record Page(List<ShownOffer> offers, Optional<Place> next, String cacheControl) {}

    private final Supplier<List<Product>> products;
    private final Supplier<Map<String, Stock>> stock;
    private final InstantSource clock;

    public ListProducts(Products products, StockLevels stockLevels, InstantSource clock) {
        this.products = new Cached<>(products::all, PRODUCTS_KEPT, clock);
        this.stock = new Cached<>(
                () -> stockLevels.find(this.products.get().stream().map(Product::id).toList()), STOCK_KEPT, clock);
        this.clock = clock;
    }

    Page list(ProductQuery query) {
        Map<String, Stock> levels = stock.get();
        List<Product> all = products.get();
        // After the reads: a sale is told by the moment of the answer.
        Instant now = clock.instant();
        String cacheControl = Freshness.cacheControl(STOCK_KEPT, all, now);
        List<ShownOffer> found = all.stream()
                .map(product -> new ShownOffer(
                        new Offer(product, levels.getOrDefault(product.id(), Stock.of(product.id(), 0))), now))
                .filter(query::matches)
                .sorted(Comparator.comparing(query.sort()::placeOf, query.sort().order()))
                .limit(query.limit() + 1L)
                .toList();
        if (found.size() <= query.limit()) {
            return new Page(found, Optional.empty(), cacheControl);
        }
        List<ShownOffer> page = found.subList(0, query.limit());
        return new Page(page, Optional.of(query.sort().placeOf(page.getLast())), cacheControl);
    }
}
