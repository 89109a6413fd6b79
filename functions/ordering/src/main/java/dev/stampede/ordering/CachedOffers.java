package dev.stampede.ordering;

import dev.stampede.model.Offer;
import dev.stampede.model.Offers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Remembers products with their sales and their stock for 1 s: a sale starts on time out of memory, whoever comes too
/// late hears it without a call, and what the staff changed, or units that come back, count a second later. A crowd
/// costs one read: the others wait for its answer. What is not for sale is not remembered, so that asking for made-up
/// SKUs fills no memory.
final class CachedOffers {

    static final Duration KEPT = Duration.ofSeconds(1);

    /// @param sureAt since when nothing that was written is missing
    private record Kept(Offer offer, Instant until, Instant sureAt) {}

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
        return remembered(skus);
    }

    /// The same as it stands now, for a shopper who was told otherwise. All who ask while one reads share the next
    /// read.
    Map<String, Offer> findNow(Collection<String> skus) {
        makeSure(skus, clock.instant());
        return remembered(skus);
    }

    private Map<String, Offer> remembered(Collection<String> skus) {
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
        Instant now = clock.instant();
        read(skus.stream().filter(sku -> !isFresh(sku, now)).toList(), source::find, now, Instant.MIN);
    }

    private synchronized void makeSure(Collection<String> skus, Instant asked) {
        Instant now = clock.instant();
        read(skus.stream().filter(sku -> !isSureSince(sku, asked)).toList(), source::findNow, now, now);
    }

    private void read(List<String> skus, Function<Collection<String>, Map<String, Offer>> how, Instant before,
            Instant sureAt) {
        // The age counts from before the read.
        Instant until = before.plus(KEPT);
        Map<String, Offer> read = skus.isEmpty() ? Map.of() : how.apply(skus);
        for (String sku : skus) {
            if (read.containsKey(sku)) {
                kept.put(sku, new Kept(read.get(sku), until, sureAt));
            } else {
                kept.remove(sku);
            }
        }
    }

    private boolean isFresh(String sku, Instant now) {
        Kept known = kept.get(sku);
        return known != null && now.isBefore(known.until());
    }

    private boolean isSureSince(String sku, Instant asked) {
        Kept known = kept.get(sku);
        return known != null && !known.sureAt().isBefore(asked);
    }
}
