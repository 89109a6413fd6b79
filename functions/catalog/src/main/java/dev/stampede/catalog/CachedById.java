package dev.stampede.catalog;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

/// Values by their ids, each [Cached]. There is room for a thousand of them; who was not asked for longest goes first.
final class CachedById<T> implements Function<String, T> {

    static final int MAX_VALUES = 1000;

    private final Function<String, T> source;
    private final Duration maxAge;
    private final InstantSource clock;
    private final SequencedMap<String, Cached<T>> byId = new LinkedHashMap<>(16, 0.75f, true);

    CachedById(Function<String, T> source, Duration maxAge, InstantSource clock) {
        this.source = source;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    @Override
    public T apply(String id) {
        return cached(id).get();
    }

    /// The read itself is made outside of this lock: one slow read holds up nobody who asks for something else.
    private synchronized Cached<T> cached(String id) {
        Cached<T> cached = byId.computeIfAbsent(id, it -> new Cached<>(() -> source.apply(it), maxAge, clock));
        if (byId.size() > MAX_VALUES) {
            byId.pollFirstEntry();
        }
        return cached;
    }
}
