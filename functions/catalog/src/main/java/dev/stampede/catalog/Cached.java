package dev.stampede.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is read again once it is older than it may be. One thread reads while others wait for the same answer,
/// so that a crowd costs one read; a read that fails is not kept.
public final class Cached<T> implements Supplier<T> {

    private record Read<T>(T value, Instant until) {}

    private final Supplier<T> source;
    private final Duration maxAge;
    private final InstantSource clock;
    private volatile @Nullable Read<T> last;

    public Cached(Supplier<T> source, Duration maxAge, InstantSource clock) {
        this.source = source;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    @Override
    public T get() {
        Read<T> read = last;
        return read != null && isFresh(read) ? read.value() : refreshed();
    }

    private synchronized T refreshed() {
        Read<T> read = last;
        if (read == null || !isFresh(read)) {
            // The age counts from before the read: that is what the value cannot be older than.
            Instant until = clock.instant().plus(maxAge);
            read = new Read<>(source.get(), until);
            last = read;
        }
        return read.value();
    }

    private boolean isFresh(Read<T> read) {
        return clock.instant().isBefore(read.until());
    }
}
