package dev.stampede.cloud.lambda;

import dev.stampede.cloud.lambda.RuntimeApi.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The Runtime API of a run that records an AOT cache: one event, and when it is answered the process is asked to end.
final class Training implements RuntimeApi.Session {

    private final FunctionSpec function;
    private final String event;
    private final AtomicBoolean given = new AtomicBoolean();
    private final CompletableFuture<Void> answered = new CompletableFuture<>();

    Training(FunctionSpec function, String event) {
        this.function = function;
        this.event = event;
    }

    /// @param end asks the process to end in the orderly way: only then is the cache written
    void endsBy(Runnable end) {
        answered.thenRunAsync(end);
    }

    @Override
    public @Nullable Event next() {
        if (given.compareAndSet(false, true)) {
            return new Event(
                    UUID.randomUUID().toString(), function.arn(), Instant.now().plusSeconds(60),
                    event.getBytes(StandardCharsets.UTF_8));
        }
        answered.complete(null);
        return null;
    }

    @Override
    public void undelivered(String requestId) {
        answered.complete(null);
    }

    @Override
    public boolean succeeded(String requestId, byte[] answer) {
        return true;
    }

    @Override
    public boolean failed(String requestId, byte[] error) {
        return true;
    }

    @Override
    public void initFailed(byte[] error) {
        answered.complete(null);
    }

    /// To AWS's JSON protocols an empty object is a good answer to almost every call.
    @Override
    public Optional<byte[]> other() {
        return Optional.of("{}".getBytes(StandardCharsets.UTF_8));
    }
}
