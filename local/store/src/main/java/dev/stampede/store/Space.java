package dev.stampede.store;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One ordered map of a store, by its name. Reads take no lock; an iterator sees the map as it was when it was made.
/// Arrays that are handed out are the store's own: they are not to be changed.
public final class Space {

    private final Store store;
    private final String name;

    Space(Store store, String name) {
        this.store = store;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /// @return null when there is no such key
    public byte @Nullable [] get(byte[] key) {
        return store.read(() -> store.map(name).get(key));
    }

    public long size() {
        return store.read(() -> store.map(name).sizeAsLong());
    }

    /// The entries from `from` on, both bounds inclusive, null for an open end. Descending, `from` is the upper bound.
    public Iterator<Map.Entry<byte[], byte[]>> entries(byte @Nullable [] from, byte @Nullable [] to,
            boolean descending) {
        var cursor = store.read(() -> store.map(name).cursor(from, to, descending));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return store.read(cursor::hasNext);
            }

            @Override
            public Map.Entry<byte[], byte[]> next() {
                return store.read(() -> {
                    byte[] key = cursor.next();
                    return Map.entry(key, cursor.getValue());
                });
            }
        };
    }
}
