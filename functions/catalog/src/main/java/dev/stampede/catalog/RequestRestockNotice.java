package dev.stampede.catalog;

import dev.stampede.lambda.Backoff;
import dev.stampede.lambda.Log;
import java.time.InstantSource;

/// Notes that somebody wants to be told when units of a product are back. Whoever asks does not learn whether there is
/// such a product, whether the address asked before, or whether it asked for too much.
public final class RequestRestockNotice {

    private static final int MAX_TRIES = 4;

    private final Products products;
    private final RestockNotices notices;
    private final Backoff backoff;
    private final InstantSource clock;

    public RequestRestockNotice(Products products, RestockNotices notices, Backoff backoff, InstantSource clock) {
        this.products = products;
        this.notices = notices;
        this.backoff = backoff;
        this.clock = clock;
    }

    /// @return false where others were in the way at every try, and nothing was noted
    boolean ask(String productId, String email) {
        if (!Category.isSlug(productId) || products.find(productId).isEmpty()) {
            return true;
        }
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            switch (notices.note(productId, email, clock.instant())) {
                // Also where it was noted before: whoever noted it may have died right after.
                case NOTED, NOTED_BEFORE -> {
                    notices.waitFor(productId, clock.instant());
                    return true;
                }
                case TOO_MANY -> {
                    Log.warn("an address asked for too many restock notices", "productId", productId);
                    return true;
                }
                case BUSY -> backoff.pause(tries);
            }
        }
        return false;
    }
}
