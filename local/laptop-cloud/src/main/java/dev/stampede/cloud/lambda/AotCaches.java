package dev.stampede.cloud.lambda;

import dev.stampede.cloud.cloudformation.DynamicReferences;
import dev.stampede.cloud.iam.Credentials;
import dev.stampede.cloud.lambda.CodeStore.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes an AOT cache (https://openjdk.org/jeps/514) for each function jar: one run of a worker in which all of the
/// jar's handlers are constructed and see one event, whose loaded and linked classes later workers map into memory.
///
/// A cache is only ever a help: one that cannot be made is done without, one that does not fit is ignored by the JVM.
public final class AotCaches {

    private static final int TRAINING_MEMORY = 768;
    private static final int TIME_LIMIT_SECONDS = 60;
    private static final Credentials NOBODY = new Credentials("training", "training", "training");

    /// How many caches there are now.
    public record Prepared(int made, int kept, int failed) {}

    private final Path folder;
    private final WorkerCommand command;
    private final CodeStore store;
    private final String event;
    private final Path eventFile;

    private AotCaches(PoolSettings settings, String event, Path folder) {
        this.event = event;
        this.folder = folder;
        this.command = new WorkerCommand(settings);
        this.store = new CodeStore(settings.codeDir().resolve("functions"));
        this.eventFile = folder.resolve("event.json");
    }

    /// Makes what is missing and removes what no function needs any more.
    ///
    /// @param trainingEvent what each handler is given once, as JSON: the further it gets, the more its cache holds
    /// @param progress told a line per cache
    public static Prepared prepare(Collection<FunctionSpec> functions, PoolSettings settings, String trainingEvent,
            Consumer<String> progress) {
        if (settings.aotCaches().isEmpty()) {
            return new Prepared(0, 0, 0);
        }
        try {
            Path folder = Files.createDirectories(settings.aotCaches().get());
            return new AotCaches(settings, trainingEvent, folder).prepare(functions, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + settings.aotCaches().get(), e);
        }
    }

    private Prepared prepare(Collection<FunctionSpec> functions, Consumer<String> progress) throws IOException {
        Map<Code, List<FunctionSpec>> byCode =
                functions.stream().collect(Collectors.groupingBy(function -> store.current(function.jar())));
        Map<Code, Path> caches = byCode.keySet().stream()
                .collect(Collectors.toMap(code -> code, code -> command.aotCache(folder, code)));
        List<Code> missing = byCode.keySet().stream().filter(code -> !Files.exists(caches.get(code))).toList();
        Set<Code> made = ConcurrentHashMap.newKeySet();
        try (RuntimeApi api = new RuntimeApi();
                ExecutorService runs = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            removeAllBut(Set.copyOf(caches.values()));
            store.keepOnly(byCode.keySet());
            Files.writeString(eventFile, event);
            missing.forEach(code -> runs.execute(() -> {
                List<FunctionSpec> its = Objects.requireNonNull(byCode.get(code));
                String names = its.stream().map(FunctionSpec::name).sorted().collect(Collectors.joining(", "));
                boolean success = make(Objects.requireNonNull(caches.get(code)), code, its, api);
                if (success) {
                    made.add(code);
                }
                progress.accept((success ? "AOT cache for " : "no AOT cache for ") + names);
            }));
        }
        return new Prepared(made.size(), byCode.size() - missing.size(), missing.size() - made.size());
    }

    private boolean make(Path cache, Code code, List<FunctionSpec> functions, RuntimeApi api) {
        Path partial = cache.resolveSibling(cache.getFileName() + "." + ProcessHandle.current().pid() + ".partial");
        Path log = cache.resolveSibling(cache.getFileName() + ".log");
        FunctionSpec first = functions.getFirst();
        Training training = new Training(first, event);
        String runtimeApi = api.open(cache.getFileName().toString(), training);
        try {
            Process process = command.train(
                    trainable(first),
                    functions.stream().skip(1).map(FunctionSpec::handler).toList(),
                    eventFile,
                    code,
                    partial,
                    environment(functions, runtimeApi))
                    .redirectOutput(log.toFile())
                    .start();
            training.endsBy(process::destroy);
            if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly); // the JVM that writes the cache
                process.destroyForcibly();
            }
            if (!Files.exists(partial)) {
                return false;
            }
            Files.move(partial, cache, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(log); // kept where there is something to find out
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            api.close(cache.getFileName().toString());
        }
    }

    private static FunctionSpec trainable(FunctionSpec f) {
        return new FunctionSpec(
                f.name(), f.arn(), f.jar(), f.handler(), TRAINING_MEMORY, f.timeout(), f.role(), f.environment(),
                f.reservedConcurrency());
    }

    /// All functions of a jar share the run, so it has all their variables. What they ask of AWS, the training answers.
    private Map<String, String> environment(List<FunctionSpec> functions, String runtimeApi) {
        Map<String, String> environment = new HashMap<>();
        functions.forEach(function -> environment.putAll(function.environment()));
        // Nobody calls with a secret here, and nothing of the run may keep one.
        DynamicReferences.leaveOut(environment);
        environment.putAll(command.environment(functions.getFirst(), runtimeApi, NOBODY, 1));
        environment.put("AWS_ENDPOINT_URL", "http://" + runtimeApi);
        return environment;
    }

    private void removeAllBut(Set<Path> needed) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!needed.contains(file) && Files.isRegularFile(file) && CodeStore.isOld(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
