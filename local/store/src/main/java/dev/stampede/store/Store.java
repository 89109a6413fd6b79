package dev.stampede.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/// An embedded, ordered key-value store of named spaces. Safe for use by many threads; writes are made one after the
/// other, in the order of their arrival.
public final class Store implements AutoCloseable {

    private static final MVMap.Builder<byte[], byte[]> MAP = new MVMap.Builder<byte[], byte[]>()
            .keyType(ByteArrayDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE);

    private final Persistence persistence;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Map<String, MVMap<byte[], byte[]>> maps = new ConcurrentHashMap<>();
    private volatile @Nullable MVStore pages;

    private Store(Persistence persistence) {
        this.persistence = persistence;
    }

    /// A store that ends with the process.
    public static Store inMemory() {
        Store store = new Store(Persistence.NONE);
        store.pages = new MVStore.Builder().autoCommitDisabled().open();
        return store;
    }

    /// Opens the store kept in a folder, or makes one there. What cannot be read whole is opened as it was before the
    /// first damaged write; the damaged file is kept beside it.
    ///
    /// @param complaints takes a sentence for whatever is not as it should be
    /// @throws StoreException when another process has it open, or nothing whole can be read
    public static Store open(Path folder, Consumer<String> complaints) {
        return open(folder, complaints, Folder.CHECKPOINT_BYTES);
    }

    static Store open(Path folder, Consumer<String> complaints, long checkpointBytes) {
        Folder files = new Folder(folder, complaints, checkpointBytes);
        Store store = new Store(files);
        try {
            files.open(store);
            return store;
        } catch (RuntimeException e) {
            files.release();
            throw e;
        }
    }

    /// The space of that name; there is one for every name, empty at first.
    public Space space(String name) {
        return new Space(this, name);
    }

    /// The names of the spaces that were used and not dropped since.
    public Set<String> spaces() {
        writing.lock();
        try {
            return pages().getMapNames().stream()
                    .filter(name -> !name.equals(Folder.APPLIED))
                    .collect(Collectors.toUnmodifiableSet());
        } finally {
            writing.unlock();
        }
    }

    /// Writes the changes, all or none. When it returns they are safe from the end of this process.
    ///
    /// @throws StoreException when they could not be written; then none was
    public void write(Batch batch) {
        if (batch.isEmpty()) {
            return;
        }
        writing.lock();
        try {
            pages();
            persistence.append(batch.changes());
            try {
                batch.changes().forEach(this::apply);
            } catch (MVStoreException e) {
                // The log has it: pages that are opened again have it, too.
                persistence.reopen(this);
            }
        } finally {
            writing.unlock();
        }
    }

    void apply(Batch.Change change) {
        switch (change) {
            case Batch.Change.Put(String space, byte[] key, byte[] value) -> map(space).put(key, value);
            case Batch.Change.Remove(String space, byte[] key) -> map(space).remove(key);
            case Batch.Change.Drop(String space) -> {
                pages().removeMap(map(space));
                maps.remove(space);
            }
        }
    }

    /// @throws StoreException when the pages cannot be read
    <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MVStoreException e) {
            throw new StoreException("The pages could not be read: " + e.getMessage(), e);
        }
    }

    MVMap<byte[], byte[]> map(String space) {
        MVStore current = pages();
        MVMap<byte[], byte[]> map = maps.get(space);
        return map == null || map.getStore() != current
                ? maps.compute(space, (name, _) -> current.openMap(name, MAP))
                : map;
    }

    /// The pages, opened again where a failed write to the disk closed them.
    private MVStore pages() {
        MVStore current = pages;
        if (current == null || current.isClosed()) {
            writing.lock();
            try {
                current = pages;
                if (current == null || current.isClosed()) {
                    persistence.reopen(this);
                }
                return Objects.requireNonNull(pages, "what was opened again");
            } finally {
                writing.unlock();
            }
        }
        return current;
    }

    void use(MVStore opened) {
        pages = opened;
    }

    interface PagesAction {
        void run(MVStore pages) throws IOException;
    }

    /// Does what no write may interfere with.
    ///
    /// @return the pages that it was done to
    MVStore exclusively(PagesAction action) throws IOException {
        writing.lock();
        try {
            MVStore current = pages();
            action.run(current);
            return current;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        persistence.close(this);
        writing.lock();
        try {
            MVStore current = pages;
            if (current != null) {
                current.closeImmediately();
            }
        } finally {
            writing.unlock();
        }
    }
}
