package dev.stampede.cloud.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.state.StateFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/// Lambda's asynchronous invocations: an event is accepted at once, tried, tried again, and then handed to the
/// function's failure queue (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html). AWS
/// waits a minute and then two; here the waits are short. What is waiting when the shop stops is kept and invoked at
/// the next start; a kill of this process loses it.
public final class AsyncInvocations implements AutoCloseable {

    private static final int CONCURRENT = 10;
    private static final Duration THROTTLED = Duration.ofMillis(250);

    private record Event(String function, byte[] payload) {}

    private final CompletableFuture<Invoker> invoker = new CompletableFuture<>();
    private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();
    private final Map<Event, Thread> waiting = new ConcurrentHashMap<>();
    private final Map<String, AsyncSettings> settings;
    private final FailedEvents failed;
    private final Duration retryAfter;
    private final FaultInjector faults;
    private final StateFile kept;
    private final DiskWatch disk;

    public AsyncInvocations(Map<String, AsyncSettings> settings, FailedEvents failed, Duration retryAfter,
            FaultInjector faults, Optional<Path> folder, DiskWatch disk) {
        this.settings = settings;
        this.failed = failed;
        this.retryAfter = retryAfter;
        this.faults = faults;
        this.kept = new StateFile(
                folder, "async-events.json", "what waited to be invoked is forgotten then", disk);
        this.disk = disk;
        // They stay in the file until the next stop: a kill before then invokes them again, as Lambda may, too.
        kept.readArray().forEach(event -> enqueue(event.path("function").asText(),
                event.path("payload").asText().getBytes(StandardCharsets.UTF_8)));
    }

    public void connect(Invoker functions) {
        invoker.complete(functions);
    }

    /// Accepts an event for a function.
    ///
    /// @param function name or ARN, with or without an alias
    public void enqueue(String function, byte[] payload) {
        enqueue(function, payload, () -> {});
    }

    /// Accepts an event that a topic delivers to a function, with what may go wrong on that way.
    public void deliver(String topic, String function, byte[] payload) {
        Duration held = faults.heldBack(topic, bare(function)).orElse(Duration.ZERO);
        enqueue(function, payload, () -> arrive(topic, function, held));
        // A copy is an event of its own: another array.
        faults.again(topic, bare(function)).ifPresent(
                after -> enqueue(function, payload.clone(), () -> arrive(topic, function, held.plus(after))));
    }

    private interface Way {
        void pass() throws InterruptedException;
    }

    private void arrive(String topic, String function, Duration after) throws InterruptedException {
        Thread.sleep(after);
        faults.awaitResumed(topic, bare(function));
    }

    private void enqueue(String function, byte[] payload, Way way) {
        Event event = new Event(function, payload);
        Thread thread = Thread.ofVirtual().unstarted(() -> work(event, way));
        waiting.put(event, thread);
        thread.start();
    }

    public boolean knows(String function) {
        return settings.containsKey(bare(function));
    }

    private void work(Event event, Way way) {
        Semaphore slot = slots.computeIfAbsent(event.function(), _ -> new Semaphore(CONCURRENT, true));
        try {
            way.pass();
            slot.acquire();
            try {
                disk.awaitSpace();
                invoke(event);
                waiting.remove(event);
            } finally {
                slot.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void invoke(Event event) throws InterruptedException {
        AsyncSettings its = settingsOf(event.function());
        for (int attempt = 0;;) {
            Invoker.Result result = once(event);
            switch (result) {
                case Invoker.Result.Success _ -> {
                    return;
                }
                // A throttled event has not been tried: it waits without using up its retries.
                case Invoker.Result.Throttled _ -> Thread.sleep(THROTTLED);
                case Invoker.Result.FunctionError(byte[] error) -> {
                    attempt++;
                    if (attempt > its.retries()) {
                        failed.settle(event.function(), its, event.payload(), error, attempt);
                        return;
                    }
                    Thread.sleep(retryAfter.multipliedBy(attempt));
                }
            }
        }
    }

    private Invoker.Result once(Event event) throws InterruptedException {
        try {
            return invoker.get().invoke(event.function(), event.payload()).get();
        } catch (ExecutionException e) {
            return new Invoker.Result.FunctionError(Protocol.json(Map.of(
                    "errorType", "InvocationFailed", "errorMessage",
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()))));
        }
    }

    private AsyncSettings settingsOf(String function) {
        String name = function.replaceFirst("^arn:.*:function:", "");
        AsyncSettings its = settings.get(name);
        return its != null ? its : Objects.requireNonNull(settings.get(bare(function)), function);
    }

    private static String bare(String function) {
        return function.replaceFirst("^arn:.*:function:", "").replaceFirst(":.*", "");
    }

    /// Gives what runs a moment to end, and keeps the rest.
    @Override
    public void close() {
        Set<Event> events = Set.copyOf(waiting.keySet());
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        try {
            for (Event event : events) {
                Thread thread = waiting.get(event);
                if (thread != null && invoker.isDone()) {
                    thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ArrayNode left = Protocol.MAPPER.createArrayNode();
        waiting.forEach((event, thread) -> {
            thread.interrupt();
            left.addObject().put("function", event.function())
                    .put("payload", new String(event.payload(), StandardCharsets.UTF_8));
        });
        if (!kept.write(left) && !left.isEmpty()) {
            System.err.println("What waited to be invoked could not be kept: " + left.size() + " event(s)");
        }
    }
}
