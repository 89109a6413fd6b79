package dev.stampede.cloud.lambda;

import dev.stampede.cloud.fault.FaultInjector;
import dev.stampede.cloud.iam.Credentials;
import dev.stampede.cloud.journal.Journal.Hop;
import dev.stampede.cloud.lambda.Invoker.Result;
import dev.stampede.cloud.lambda.handlers.Handlers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// A pool of test handlers in a folder of its own.
final class Fleet implements AutoCloseable {

    final Path jar;
    final Path stateDir;
    final PoolSettings settings;
    final FunctionPool pool;
    final List<Hop> hops = new CopyOnWriteArrayList<>();
    final FaultInjector faults = new FaultInjector();

    Fleet(Path folder, UnaryOperator<PoolSettings> change, FunctionSpec... functions) {
        this.jar = jarIn(folder);
        this.stateDir = folder.resolve("state");
        this.settings = change.apply(PoolSettings.of(
                Path.of(System.getProperty("java.home")),
                Path.of("target/runtime"),
                stateDir,
                URI.create("http://127.0.0.1:4566")));
        if (!Files.exists(jar)) {
            HandlerJar.pack(jar, "\"first\"");
        }
        this.pool = new FunctionPool(
                List.of(functions), settings,
                (role, session) -> new Credentials("AK" + session, "secret-" + role, "token"),
                hops::add, faults);
    }

    static Path jarIn(Path folder) {
        return folder.resolve("function.jar");
    }

    static FunctionSpec function(Path folder, Class<?> handler) {
        return new FunctionSpec(
                handler.getSimpleName(),
                "arn:aws:lambda:us-east-1:000000000000:function:" + handler.getSimpleName(),
                jarIn(folder),
                handler.getName(),
                256,
                Duration.ofSeconds(30),
                "arn:aws:iam::000000000000:role/" + handler.getSimpleName(),
                Map.of(),
                OptionalInt.empty());
    }

    static FunctionSpec within(FunctionSpec f, Duration timeout) {
        return new FunctionSpec(f.name(), f.arn(), f.jar(), f.handler(), f.memory(), timeout, f.role(), f.environment(),
                f.reservedConcurrency());
    }

    static FunctionSpec reserving(FunctionSpec f, int concurrency) {
        return new FunctionSpec(
                f.name(), f.arn(), f.jar(), f.handler(), f.memory(), f.timeout(), f.role(), f.environment(),
                OptionalInt.of(concurrency));
    }

    static FunctionSpec with(FunctionSpec f, Map<String, String> environment) {
        return new FunctionSpec(
                f.name(), f.arn(), f.jar(), f.handler(), f.memory(), f.timeout(), f.role(), environment,
                f.reservedConcurrency());
    }

    CompletableFuture<Result> send(Class<?> handler, String event) {
        return pool.invoke(handler.getSimpleName(), event.getBytes(StandardCharsets.UTF_8));
    }

    Result call(Class<?> handler, String event) {
        return send(handler, event).orTimeout(60, TimeUnit.SECONDS).join();
    }

    String answer(Class<?> handler, String event) {
        return switch (call(handler, event)) {
            case Result.Success(byte[] payload) -> new String(payload, StandardCharsets.UTF_8);
            case Result.FunctionError(byte[] payload) -> "error " + new String(payload, StandardCharsets.UTF_8);
            case Result.Throttled _ -> "throttled";
        };
    }

    String log(Class<?> handler) {
        try {
            return Files.readString(stateDir.resolve("logs").resolve(handler.getSimpleName() + ".log"));
        } catch (IOException e) {
            return "";
        }
    }

    Worker onlyWorker() {
        List<Worker> workers = pool.workers();
        if (workers.size() != 1) {
            throw new AssertionError("not one worker: " + workers);
        }
        return workers.getFirst();
    }

    Worker onlyWorkerOnceStarted() {
        org.awaitility.Awaitility.await().until(() -> pool.workers().stream().anyMatch(worker -> worker.pid() > 0));
        return onlyWorker();
    }

    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Override
    public void close() {
        pool.close();
    }
}
