package dev.stampede.cloud.fault;

import java.util.function.LongSupplier;

/// Lets `burst` through at once and `rate` a second after that.
public final class TokenBucket {

    private static final double NANOS = 1e9;

    private final double rate;
    private final double burst;
    private final LongSupplier nanoTime;
    private double tokens;
    private long filledAt;

    public TokenBucket(double rate, double burst, LongSupplier nanoTime) {
        this.rate = rate;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.tokens = burst;
        this.filledAt = nanoTime.getAsLong();
    }

    /// @return false when there are fewer, which then stay
    public synchronized boolean take(long count) {
        long now = nanoTime.getAsLong();
        // A clock that was set back must not empty the bucket.
        tokens = Math.min(burst, tokens + Math.max(0, now - filledAt) * rate / NANOS);
        filledAt = now;
        if (tokens < count) {
            return false;
        }
        tokens -= count;
        return true;
    }
}
