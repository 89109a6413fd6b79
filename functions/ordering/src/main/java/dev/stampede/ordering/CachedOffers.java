package dev.stampede.ordering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers offers for 10 s, and that something is sold out for 1 s at most: units come back when orders are
/// cancelled. What is not for sale is not remembered, so that asking for made-up SKUs fills no memory.
public final class CachedOffers implements Offers {

    static final Duration KEPT = Duration.ofSeconds(10);
    static final Duration SOLD_OUT_KEPT = Duration.ofSeconds(1);

    private record Kept(Offer offer, Instant until) {}

    private final Offers source;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    public CachedOffers(Offers source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Map<String, Offer> find(Collection<String> skus) {
        Instant now = clock.instant();
        Map<String, Offer> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String sku : skus) {
            Kept known = kept.get(sku);
            if (known != null && now.isBefore(known.until())) {
                found.put(sku, known.offer());
            } else {
                missing.add(sku);
            }
        }
        if (!missing.isEmpty()) {
            Map<String, Offer> read = source.find(missing);
            missing.forEach(sku -> keep(sku, read.get(sku), now));
            found.putAll(read);
        }
        return found;
    }

    private void keep(String sku, Offer offer, Instant now) {
        if (offer == null) {
            kept.remove(sku);
        } else {
            kept.put(sku, new Kept(offer, now.plus(offer.isSoldOut() ? SOLD_OUT_KEPT : KEPT)));
        }
    }
}
