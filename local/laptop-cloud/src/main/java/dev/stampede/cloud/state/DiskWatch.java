package dev.stampede.cloud.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Looks once a second whether there is space for what is kept. Below the margin nothing new is taken in and nothing
/// more is delivered, so that what is under way can end in what is left. Everything goes on by itself when space is
/// back.
public final class DiskWatch implements AutoCloseable {

    /// Room for what is under way, and for the engines to put their files in order.
    public static final long MARGIN = 50L << 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final long MB = 1 << 20;

    private final Disk disk;
    private final Path folder;
    private final long margin;
    private final Consumer<String> say;
    private final OnceAMinute troubles;
    private volatile Optional<String> trouble = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<Thread> looking = Optional.empty();

    /// Looks when it is told to.
    public DiskWatch(Disk disk, Path folder, long margin, Consumer<String> say, LongSupplier nanoTime) {
        this.disk = disk;
        this.folder = folder;
        this.margin = margin;
        this.say = say;
        this.troubles = new OnceAMinute(say, nanoTime);
    }

    /// @param say takes a sentence for the terminal, the same one once a minute at most
    public static DiskWatch of(Path folder, long margin, Consumer<String> say) {
        DiskWatch watch = new DiskWatch(Disk.LOCAL, folder, margin, say, System::nanoTime);
        watch.look();
        watch.looking = Optional.of(Thread.ofPlatform().daemon().name("disk").start(watch::keepLooking));
        return watch;
    }

    /// Of a disk that never fills up.
    public static DiskWatch none() {
        return new DiskWatch(Disk.LOCAL, Path.of("."), 0, _ -> {}, System::nanoTime);
    }

    public Disk disk() {
        return disk;
    }

    /// Why nothing may be taken in now.
    public Optional<String> trouble() {
        return trouble;
    }

    /// For what else is to be said of kept files.
    public void tell(String sentence) {
        say.accept(sentence);
    }

    /// Told by whoever could not write, and goes on.
    public synchronized void failed(Path file, IOException why) {
        String sentence = file + " cannot be written: " + Disk.words(why);
        failure = Optional.of(sentence);
        if (trouble.isEmpty()) {
            look();
        }
        if (trouble.isEmpty()) {
            troubles.say(file.toString(), sentence + ". It is tried again until it can be.");
        }
    }

    /// Waits until there is space.
    public synchronized void awaitSpace() throws InterruptedException {
        while (trouble.isPresent()) {
            wait();
        }
    }

    public synchronized void look() {
        Optional<String> before = trouble;
        trouble = now();
        if (trouble.isPresent()) {
            troubles.say("trouble", trouble.get() + ". Until then changes are answered 503 and queues wait.");
        } else if (before.isPresent()) {
            troubles.over("trouble");
            say.accept("There is space again in " + folder + ": everything goes on.");
            notifyAll();
        }
    }

    private Optional<String> now() {
        try {
            long usable = disk.usable(folder);
            // A tenth more to get out of trouble than to stay out of it, so that it does not come and go.
            long enough = margin + margin / 10;
            if (usable < (trouble.isPresent() ? enough : margin)) {
                return Optional.of("Only %d MB are free on the disk of %s; from %d on everything goes on"
                        .formatted(usable / MB, folder, enough / MB));
            }
            if (failure.isPresent()) {
                Path probe = folder.resolve("disk-probe");
                disk.replaceForGood(probe, new byte[4096]);
                Files.deleteIfExists(probe);
                failure = Optional.empty();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(failure.orElse(folder + " cannot be written: " + Disk.words(e))
                    + "; when it can be, everything goes on");
        }
    }

    private void keepLooking() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        looking.ifPresent(Thread::interrupt);
    }
}
