package dev.stampede.cloud.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.fault.InvocationFault;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Invokes functions, unless something goes wrong on the way.
public final class FaultyInvoker implements Invoker {

    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final Invoker functions;
    private final FaultInjector faults;

    public FaultyInvoker(Invoker functions, FaultInjector faults) {
        this.functions = functions;
        this.faults = faults;
    }

    @Override
    public CompletableFuture<Result> invoke(String function, byte[] payload) {
        InvocationFault fault = faults.invocation(FunctionPool.name(function));
        if (fault.delay().isZero()) {
            return invoke(function, payload, fault.outcome());
        }
        Executor later = CompletableFuture.delayedExecutor(fault.delay().toMillis(), TimeUnit.MILLISECONDS, THREADS);
        return CompletableFuture.supplyAsync(() -> invoke(function, payload, fault.outcome()), later)
                .thenCompose(result -> result);
    }

    private CompletableFuture<Result> invoke(String function, byte[] payload, InvocationFault.Outcome outcome) {
        return switch (outcome) {
            case INVOKED -> functions.invoke(function, payload);
            case THROTTLED -> CompletableFuture.completedFuture(new Result.Throttled());
            case FAILED -> CompletableFuture
                    .completedFuture(new Result.FunctionError(JsonNodeFactory.instance.objectNode()
                            .put("errorType", "InjectedFault")
                            .put("errorMessage",
                                    "A fault of the laptop cloud: " + FunctionPool.name(function) + " was not asked")
                            .toString()
                            .getBytes(StandardCharsets.UTF_8)));
        };
    }
}
