package dev.stampede.catalog;

import dev.stampede.model.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;

/// How long an answer about products may be kept on its way to the shopper.
final class Freshness {

    private Freshness() {}

    /// The value of `cache-control`: no answer outlives the next start or end of a sale. It counts whole seconds, so in
    /// the last one before that the answer is not kept at all.
    static String cacheControl(Duration atMost, Collection<Product> products, Instant now) {
        long seconds = products.stream()
                .flatMap(product -> product.sale().stream())
                .flatMap(sale -> Stream.of(sale.startsAt(), sale.endsAt()))
                .filter(now::isBefore)
                .mapToLong(change -> Duration.between(now, change).toSeconds())
                .reduce(atMost.toSeconds(), Math::min);
        return "public, max-age=" + seconds;
    }
}
