package dev.stampede.cloud.lambda;

import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.iam.Credentials;
import dev.stampede.cloud.lambda.CodeStore.Code;
import dev.stampede.cloud.lambda.worker.WorkerMain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// How a worker's process is started: the JVM's options and the environment of the managed runtime
/// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html), with nothing of this process's own.
final class WorkerCommand {

    private final PoolSettings settings;
    private final RuntimeFiles files;

    WorkerCommand(PoolSettings settings) {
        this.settings = settings;
        this.files = new RuntimeFiles(settings);
    }

    /// @param runtimeApi where the worker asks for events
    ProcessBuilder serve(FunctionSpec function, Code code, String runtimeApi, Credentials credentials,
            int concurrency) {
        List<String> command = jvm(code, function.memory());
        settings.aotCaches().map(folder -> aotCache(folder, code)).filter(Files::exists)
                .ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.addAll(List.of(WorkerMain.class.getName(), function.handler()));
        return start(command, code, environment(function, runtimeApi, credentials, concurrency));
    }

    /// A run that records an AOT cache of what it loads.
    ///
    /// @param handlers warmed up with the event in the file before the first one's loop begins
    ProcessBuilder train(
            FunctionSpec function, List<String> handlers, Path event, Code code, Path cache,
            Map<String, String> environment) {
        List<String> command = jvm(code, function.memory());
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + cache,
                "-D" + WorkerMain.TRAIN + "=" + String.join(",", handlers),
                "-D" + WorkerMain.TRAIN + ".event=" + event,
                WorkerMain.class.getName(),
                function.handler()));
        return start(command, code, environment);
    }

    Map<String, String> environment(FunctionSpec function, String runtimeApi, Credentials credentials,
            int concurrency) {
        Map<String, String> environment = new TreeMap<>(function.environment());
        inherit(environment, "PATH", "LANG", "LC_ALL", "TMPDIR", "SystemRoot");
        environment.put("TZ", ":UTC");
        environment.put("_HANDLER", function.handler());
        environment.put("AWS_REGION", Template.REGION);
        environment.put("AWS_DEFAULT_REGION", Template.REGION);
        environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        environment.put("AWS_ENDPOINT_URL", settings.endpoint().toString());
        environment.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
        environment.put("AWS_SESSION_TOKEN", credentials.sessionToken());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memory()));
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        // Snapshots are the cloud's; no function is told that it is in one here.
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        environment.put("AWS_LAMBDA_MAX_CONCURRENCY", String.valueOf(concurrency));
        return environment;
    }

    /// Where the cache for this code on this JVM is, or would be.
    Path aotCache(Path folder, Code code) {
        byte[] key = (files.fingerprint() + files.classPath(code.jar()) + code.hash()).getBytes(StandardCharsets.UTF_8);
        return folder.resolve(CodeStore.hash(key) + ".aot");
    }

    private ProcessBuilder start(List<String> command, Code code, Map<String, String> environment) {
        Path taskRoot = Objects.requireNonNull(code.jar().toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(taskRoot.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("LAMBDA_TASK_ROOT", taskRoot.toString());
        // The SDK reads ~/.aws; the settings of whoever runs the shop are not the function's.
        builder.environment().put("HOME", taskRoot.toString());
        return builder;
    }

    private List<String> jvm(Code code, int memory) {
        List<String> command = new ArrayList<>(List.of(
                settings.javaHome().resolve("bin").resolve("java").toString(),
                "-Xmx" + memory * 85L / 100 + "m", // the managed runtime's share
                "-Xms8m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xlog:disable", // a cache that does not fit is no cause for words
                "-Xlog:all=error:stdout",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.net.preferIPv4Stack=true",
                "-D" + WorkerMain.RUNTIME + "=" + settings.client().mainClass));
        command.addAll(files.options());
        command.addAll(List.of("-classpath", files.classPath(code.jar())));
        return command;
    }

    private static void inherit(Map<String, String> environment, String... names) {
        for (String name : names) {
            Optional.ofNullable(System.getenv(name)).ifPresent(value -> environment.put(name, value));
        }
    }
}
