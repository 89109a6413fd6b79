package dev.stampede.store;

import dev.stampede.store.Batch.Change;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/// A store's folder: the file `pages`, and the log of what was written since those were last saved. A checkpoint saves
/// them and begins a new file of the log; the log before the last checkpoint stays until the next one, so that pages
/// which turn out damaged can be had from the ones before.
final class Folder implements Persistence {

    /// Each checkpoint writes nearly every page again, because keys are spread; reading this much again takes half a
    /// second.
    static final long CHECKPOINT_BYTES = 64 << 20;

    private static final String LOG = "log-";
    /// The map that says which record of the log is the last in the pages.
    static final String APPLIED = "store.applied";
    private static final byte[] LAST = {0};
    private static final int LEAST_USED_PERCENT = 50;
    private static final int COMPACTED_AT_ONCE = 64 << 20;
    /// How long a chunk of pages that is no longer used is not written over. Each checkpoint waits for the disk itself.
    private static final Duration KEPT_UNUSED = Duration.ofSeconds(5);
    private static final Duration BETWEEN_FORCES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);

    private final Path folder;
    private final Consumer<String> complaints;
    private final long checkpointBytes;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-", 0).factory());
    /// Set when the folder is opened, before anything is written.
    @SuppressWarnings("NullAway.Init")
    private volatile Log log;
    /// Of the last write.
    private long number;
    private volatile boolean closed;
    private volatile boolean unforced;
    private long nextComplaint = System.nanoTime();

    Folder(Path folder, Consumer<String> complaints, long checkpointBytes) {
        this.folder = folder;
        this.complaints = complaints;
        this.checkpointBytes = checkpointBytes;
    }

    void open(Store store) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException("The folder " + folder + " cannot be made: " + reason(e), e);
        }
        reopen(store);
        background.scheduleWithFixedDelay(
                () -> tend(store), BETWEEN_FORCES.toMillis(), BETWEEN_FORCES.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void reopen(Store store) {
        if (closed) {
            throw new StoreException("the store in " + folder + " is closed");
        }
        MVStore pages = openPages();
        try {
            store.use(pages);
            replay(store, pages);
        } catch (RuntimeException e) {
            pages.closeImmediately();
            throw e;
        } catch (IOException e) {
            pages.closeImmediately();
            throw new StoreException("The log in " + folder + " cannot be read: " + reason(e), e);
        }
    }

    private MVStore openPages() {
        Path file = folder.resolve("pages");
        try {
            MVStore pages = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
            pages.setRetentionTime((int) KEPT_UNUSED.toMillis());
            return pages;
        } catch (MVStoreException e) {
            throw new StoreException(e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? file + " is in use by another process; stop that first."
                    : file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Brings the pages up to the last whole write of the log, and goes on writing there.
    private void replay(Store store, MVStore pages) throws IOException {
        closeLog();
        byte[] applied = store.map(APPLIED).get(LAST);
        number = applied == null ? 0 : ByteBuffer.wrap(applied).getLong();
        List<Path> files = logs();
        List<Path> cutShort = new ArrayList<>();
        List<Path> unusable = new ArrayList<>();
        long end = 0;
        for (Path file : files) {
            Log.Contents contents = Log.read(file, (changes, each) -> {
                if (each == number + 1) {
                    Changes.read(changes, store::apply);
                    number = each;
                } else if (each > number && !unusable.contains(file)) {
                    unusable.add(file);
                }
            });
            end = contents.end();
            if (!contents.whole()) {
                cutShort.add(file);
                complaints.accept(file + " is cut off or damaged at byte " + end + ": it is opened as of the last whole"
                        + " write before that, and kept as it was in " + keep(file) + ".");
            }
        }
        if (unusable.isEmpty()) {
            log = files.isEmpty() ? newLog() : Log.open(files.getLast(), end);
        } else if (cutShort.isEmpty()) {
            throw new StoreException(folder.resolve("pages") + " is missing or older than the log beside it, "
                    + unusable.getFirst().getFileName() + ": bring it back, or move the whole folder away.");
        } else {
            for (Path file : unusable) {
                complaints.accept(file + " holds later writes, which cannot be had without those in between; kept in "
                        + keep(file) + ".");
            }
            save(store, pages);
            log = newLog();
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path keep(Path damaged) throws IOException {
        return Files.copy(damaged, damaged.resolveSibling(damaged.getFileName() + ".damaged"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Log newLog() throws IOException {
        return Log.open(folder.resolve(LOG + String.format("%016x", number + 1)), 0);
    }

    private void save(Store store, MVStore pages) {
        store.map(APPLIED).put(LAST, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        pages.commit();
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(LOG + "[0-9a-f]{16}"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void append(List<Change> changes) {
        try {
            log.append(number + 1, Changes.bytes(changes));
            number++;
            unforced = true;
        } catch (IOException e) {
            throw new StoreException("A write to " + log + " failed: " + reason(e), e);
        }
    }

    /// What no writer waits for, once a second.
    private void tend(Store store) {
        try {
            if (unforced) {
                unforced = false;
                log.force();
            }
            if (log.size() >= checkpointBytes) {
                checkpoint(store);
            }
        } catch (IOException | RuntimeException e) {
            if (!closed && System.nanoTime() - nextComplaint >= 0) {
                nextComplaint = System.nanoTime() + BETWEEN_COMPLAINTS.toNanos();
                complaints.accept("The pages in " + folder + " could not be saved: " + e.getMessage()
                        + ". Nothing is lost; the log beside them goes on growing until they can be.");
            }
        }
    }

    private void checkpoint(Store store) throws IOException {
        Log[] saved = new Log[1];
        MVStore current = store.exclusively(pages -> {
            save(store, pages);
            saved[0] = log;
            log = newLog();
            saved[0].close();
        });
        current.sync();
        // Chunks of which little is still used are emptied, so that their space can be used again.
        current.compact(LEAST_USED_PERCENT, COMPACTED_AT_ONCE);
        for (Path file : logs()) {
            if (file.compareTo(saved[0].file()) < 0) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void closeLog() throws IOException {
        if (log != null) {
            log.close();
        }
    }

    /// After an opening that failed.
    void release() {
        closed = true;
        background.shutdownNow();
    }

    @Override
    public void close(Store store) {
        background.close();
        try {
            checkpoint(store);
            closeLog();
        } catch (IOException | RuntimeException e) {
            complaints.accept("The pages in " + folder + " could not be saved: " + e.getMessage()
                    + ". Nothing is lost: the log beside them has the rest.");
        }
        closed = true;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
