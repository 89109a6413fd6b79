package dev.stampede.catalog;

import dev.stampede.model.Money;
import dev.stampede.model.Offer;
import dev.stampede.model.Product;
import java.time.Instant;

/// An offer at one moment: what is remembered of it may be older, its sale is told by the clock.
record ShownOffer(Offer offer, Instant now) {

    Product product() {
        return offer.product();
    }

    Money price() {
        return offer.price(now);
    }

    int discountPercent() {
        return product().discountPercentAt(now);
    }

    long units() {
        return offer.units(now);
    }
}
