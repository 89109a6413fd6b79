package dev.stampede.ordering;

import dev.stampede.model.Stock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers products for 10 s, each with its sale, so that a sale starts on time out of memory; and their stock for
/// 1 s, so that whoever comes too late hears it without a call while units that come back can be had a second later. A
/// crowd costs one read: the others wait for its answer. What is not for sale is not remembered, so that asking for
/// made-up SKUs fills no memory.
final class CachedOffers {

    static final Duration PRODUCT_KEPT = Duration.ofSeconds(10);
    static final Duration STOCK_KEPT = Duration.ofSeconds(1);

    private record Kept(Offer offer, Instant productUntil, Instant stockUntil) {}

    private final Offers source;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    CachedOffers(Offers source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /// By SKU; what is not for sale is left out.
    Map<String, Offer> find(Collection<String> skus) {
        Instant now = clock.instant();
        if (!skus.stream().allMatch(sku -> isFresh(sku, now))) {
            refresh(skus);
        }
        Map<String, Offer> found = new HashMap<>();
        for (String sku : skus) {
            Kept known = kept.get(sku);
            if (known != null) {
                found.put(sku, known.offer());
            }
        }
        return found;
    }

    /// One call for whatever is too old.
    private synchronized void refresh(Collection<String> skus) {
        // The age counts from before the read.
        Instant now = clock.instant();
        List<String> stale = skus.stream().filter(sku -> !isFresh(sku, now)).toList();
        if (stale.stream().allMatch(sku -> hasProduct(sku, now))) {
            Map<String, Stock> stock = stale.isEmpty() ? Map.of() : source.stock(stale);
            stale.forEach(sku -> keep(sku, stock.getOrDefault(sku, Stock.of(sku, 0)), now));
        } else {
            Map<String, Offer> read = source.find(stale);
            stale.forEach(sku -> keep(sku, read.get(sku), now));
        }
    }

    private boolean isFresh(String sku, Instant now) {
        Kept known = kept.get(sku);
        return known != null && now.isBefore(known.productUntil()) && now.isBefore(known.stockUntil());
    }

    private boolean hasProduct(String sku, Instant now) {
        Kept known = kept.get(sku);
        return known != null && now.isBefore(known.productUntil());
    }

    private void keep(String sku, Stock stock, Instant now) {
        kept.computeIfPresent(sku, (_, before) -> new Kept(
                new Offer(before.offer().product(), stock), before.productUntil(), now.plus(STOCK_KEPT)));
    }

    private void keep(String sku, Offer read, Instant now) {
        if (read == null) {
            kept.remove(sku);
        } else {
            kept.put(sku, new Kept(read, now.plus(PRODUCT_KEPT), now.plus(STOCK_KEPT)));
        }
    }
}
