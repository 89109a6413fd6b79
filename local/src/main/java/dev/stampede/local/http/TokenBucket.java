package dev.stampede.local.http;

import java.time.InstantSource;

/// Lets `burst` requests through at once and `rate` a second after that.
final class TokenBucket {

    private final double rate;
    private final double burst;
    private final InstantSource clock;
    private double tokens;
    private long filledAt;

    TokenBucket(double rate, double burst, InstantSource clock) {
        this.rate = rate;
        this.burst = burst;
        this.clock = clock;
        this.tokens = burst;
        this.filledAt = clock.millis();
    }

    synchronized boolean take() {
        long now = clock.millis();
        // A clock that was set back must not empty the bucket.
        tokens = Math.min(burst, tokens + Math.max(0, now - filledAt) * rate / 1000);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
