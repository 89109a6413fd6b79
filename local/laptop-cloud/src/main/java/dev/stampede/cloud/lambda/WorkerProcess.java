package dev.stampede.cloud.lambda;

import dev.stampede.cloud.lambda.CodeStore.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One process of a function. All but `secret`, `code` and `ended` is guarded by the monitor of its `PooledFunction`.
final class WorkerProcess {

    /// @param init zero for all but the first invocation
    record Usage(Duration ran, Duration init, OptionalLong peakMegabytes) {}

    /// The last part of the path of its Runtime API.
    final String secret = UUID.randomUUID().toString();
    final Code code;
    /// Completes when no process is left, with its exit code.
    final CompletableFuture<Integer> ended = new CompletableFuture<>();

    private final Instant since = Instant.now();
    private final Map<String, Invocation> inFlight = new HashMap<>();
    /// The invocations that it is not to survive.
    private final Set<String> fatal = new HashSet<>();
    private long lastUsed = System.nanoTime();
    /// Null before it was started.
    private @Nullable Process process;
    private boolean ready;
    private boolean retired;
    private boolean killed;
    private Duration init = Duration.ZERO;
    private OptionalLong peakMegabytes = OptionalLong.empty();
    private long peakRead;

    WorkerProcess(Code code) {
        this.code = code;
    }

    /// Runs the process; called outside of the monitor since it takes a while.
    Process spawn(ProcessBuilder command, FunctionLog log) throws IOException {
        Process spawned = command.start();
        // A platform thread: a read from a pipe would hold a virtual thread's carrier.
        Thread.ofPlatform().daemon().name("output-" + spawned.pid()).start(() -> log.pump(spawned.getInputStream()));
        return spawned;
    }

    void spawned(Process process) {
        this.process = process;
        process.onExit().thenAccept(exited -> ended.complete(exited.exitValue()));
        if (killed) {
            kill();
        } else if (retired) {
            stop();
        }
    }

    void ready() {
        if (!ready) {
            ready = true;
            init = Duration.between(since, Instant.now());
        }
    }

    boolean isReady() {
        return ready;
    }

    /// No longer given invocations; ends when it has none left.
    boolean isRetired() {
        return retired;
    }

    void retire() {
        retired = true;
        if (inFlight.isEmpty()) {
            stop();
        }
    }

    void stop() {
        if (process != null) {
            process.destroy();
        }
    }

    /// The hard way: the handler may hang in a way that outlasts a polite request.
    void kill() {
        killed = true;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    void begin(Invocation invocation) {
        inFlight.put(invocation.id, invocation);
    }

    void scheduleKill(Invocation invocation) {
        fatal.add(invocation.id);
    }

    boolean isKilledBy(String requestId) {
        return fatal.contains(requestId);
    }

    /// @return null when it is not, or no longer, this worker's
    @Nullable
    Invocation end(String requestId) {
        fatal.remove(requestId);
        Invocation invocation = inFlight.remove(requestId);
        lastUsed = System.nanoTime();
        if (retired && inFlight.isEmpty()) {
            stop();
        }
        return invocation;
    }

    List<Invocation> endAll() {
        List<Invocation> all = List.copyOf(inFlight.values());
        inFlight.clear();
        return all;
    }

    int inFlight() {
        return inFlight.size();
    }

    boolean idleFor(Duration time) {
        return ready && inFlight.isEmpty() && System.nanoTime() - lastUsed > time.toNanos();
    }

    boolean notReadyAfter(Duration time) {
        return !ready && Duration.between(since, Instant.now()).compareTo(time) > 0;
    }

    /// What an invocation's report says; the start is told once, to the first.
    Usage usage(Invocation invocation) {
        Usage usage = new Usage(invocation.ended(), init, peakMegabytes());
        init = Duration.ZERO;
        return usage;
    }

    Worker snapshot(String function) {
        return new Worker(function, process == null ? 0 : process.pid(), since, ready, inFlight.size());
    }

    /// The most memory it had, as the system tells it; read at most once a second.
    private OptionalLong peakMegabytes() {
        long now = System.nanoTime();
        if (peakMegabytes.isEmpty() || now - peakRead > 1_000_000_000L) {
            peakRead = now;
            try (var lines = Files.lines(Path.of("/proc/" + Objects.requireNonNull(process).pid() + "/status"))) {
                peakMegabytes = lines.filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                        .findFirst();
            } catch (IOException | UncheckedIOException e) {
                // Not Linux, or it has just ended.
            }
        }
        return peakMegabytes;
    }
}
