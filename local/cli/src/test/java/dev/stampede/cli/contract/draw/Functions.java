package dev.stampede.cli.contract.draw;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.cloud.lambda.FunctionPool;
import dev.stampede.cloud.lambda.FunctionSpec;
import dev.stampede.cloud.lambda.Invoker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The template's functions in this JVM, each made at its first use as Lambda makes it: from its environment.
final class Functions implements Invoker {

    private final Map<String, FunctionSpec> specs;
    private final Map<String, RequestStreamHandler> handlers = new HashMap<>();

    Functions(List<FunctionSpec> specs) {
        this.specs = specs.stream().collect(Collectors.toUnmodifiableMap(FunctionSpec::name, Function.identity()));
    }

    @Override
    public CompletableFuture<Result> invoke(String function, byte[] payload) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handlers.computeIfAbsent(FunctionPool.name(function), this::handler)
                    .handleRequest(new ByteArrayInputStream(payload), answer, null);
            return CompletableFuture.completedFuture(new Result.Success(answer.toByteArray()));
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private RequestStreamHandler handler(String function) {
        FunctionSpec spec = specs.get(function);
        try {
            return (RequestStreamHandler) Class.forName(spec.handler()).getConstructor(Map.class)
                    .newInstance(spec.environment());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + spec.handler(), e);
        }
    }
}
