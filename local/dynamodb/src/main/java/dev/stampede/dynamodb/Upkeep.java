package dev.stampede.dynamodb;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The one thread of the engine: does every second what no call waits for.
final class Upkeep implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dynamodb-upkeep").factory());
    private final Consumer<String> complaints;
    private long nextComplaint = System.nanoTime();

    Upkeep(Runnable work, Consumer<String> complaints) {
        this.complaints = complaints;
        thread.scheduleWithFixedDelay(
                () -> run(work), PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // It is tried again; the same complaint every second would help nobody.
            if (!thread.isShutdown() && System.nanoTime() - nextComplaint >= 0) {
                nextComplaint = System.nanoTime() + BETWEEN_COMPLAINTS.toNanos();
                complaints.accept("What has expired could not be removed, and will be tried again: " + e.getMessage());
            }
        }
    }

    /// Waits for what is being done.
    @Override
    public void close() {
        thread.close();
    }
}
