package dev.stampede.cloud.lambda;

import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.iam.Roles;
import dev.stampede.cloud.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Runs functions as the Lambda service does: each in processes of its own, started on first use.
public final class FunctionPool implements Invoker, AutoCloseable {

    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration POLITE_STOP = Duration.ofSeconds(2);

    private final Map<String, PooledFunction> functions;
    private final RuntimeApi api = new RuntimeApi();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("function-clock").factory());

    /// @param faults asked whether a process is to die of an invocation
    public FunctionPool(
            List<FunctionSpec> specs, PoolSettings settings, Roles roles, Journal journal, FaultInjector faults) {
        clock.setRemoveOnCancelPolicy(true);
        var shared = new PooledFunction.Shared(
                settings,
                new WorkerCommand(settings),
                new CodeStore(settings.codeDir().resolve("functions")),
                api,
                roles,
                journal,
                clock,
                faults);
        this.functions =
                specs.stream().collect(
                        Collectors.toUnmodifiableMap(FunctionSpec::name, spec -> new PooledFunction(spec, shared)));
        clock.scheduleWithFixedDelay(
                () -> functions.values().forEach(PooledFunction::sweep),
                SWEEP.toMillis(),
                SWEEP.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletableFuture<Result> invoke(String function, byte[] payload) {
        PooledFunction target = functions.get(name(function));
        if (target == null) {
            throw new IllegalArgumentException("Function not found: " + function);
        }
        if (payload.length > Failure.MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("Request must be smaller than " + Failure.MAX_PAYLOAD_BYTES
                    + " bytes for the InvokeFunction operation");
        }
        return target.invoke(payload);
    }

    /// The processes there are now.
    public List<Worker> workers() {
        return functions.values().stream().flatMap(function -> function.workers().stream()).toList();
    }

    /// Ends every process: asked to, then made to. Invocations in flight fail.
    @Override
    public void close() {
        CompletableFuture<?> ended = CompletableFuture.allOf(
                functions.values().stream().map(PooledFunction::close).toArray(CompletableFuture[]::new));
        if (!await(ended)) {
            functions.values().forEach(PooledFunction::kill);
            await(ended);
        }
        clock.shutdownNow();
        api.close();
    }

    private static boolean await(CompletableFuture<?> ended) {
        try {
            ended.get(POLITE_STOP.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// A function's name: from that, from an ARN, or from either with a version or alias.
    public static String name(String function) {
        String[] parts = function.split(":");
        return function.startsWith("arn:") && parts.length > 6 ? parts[6] : parts[0];
    }
}
