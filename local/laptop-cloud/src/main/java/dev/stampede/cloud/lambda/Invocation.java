package dev.stampede.cloud.lambda;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// One event on its way through a function. Guarded by its function's monitor until its `answer` is given.
final class Invocation {

    final String id = UUID.randomUUID().toString();
    final byte[] payload;
    final CompletableFuture<Invoker.Result> answer = new CompletableFuture<>();
    private final long accepted = System.nanoTime();
    private long started;
    /// Null before it was handed over.
    private @Nullable Future<?> alarm;

    Invocation(byte[] payload) {
        this.payload = payload;
    }

    void started(Future<?> alarm) {
        this.started = System.nanoTime();
        this.alarm = alarm;
    }

    /// @return how long the handler had it; zero when it was never handed over
    Duration ended() {
        if (alarm == null) {
            return Duration.ZERO;
        }
        alarm.cancel(false);
        return Duration.ofNanos(System.nanoTime() - started);
    }

    Duration sinceAccepted() {
        return Duration.ofNanos(System.nanoTime() - accepted);
    }
}
