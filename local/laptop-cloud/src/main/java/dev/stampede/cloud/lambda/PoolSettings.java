package dev.stampede.cloud.lambda;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How a pool runs its functions.
///
/// @param javaHome              the JDK the workers run on
/// @param runtimeJars           folder with AWS's runtime interface client and its dependencies
/// @param stateDir              where `logs/` are kept
/// @param endpoint              what the functions see as `AWS_ENDPOINT_URL`
/// @param perProcessConcurrency how many invocations one process serves at once
/// @param maxProcesses          how many processes one function may have
/// @param aotCaches             folder of AOT caches, if they are to be used. A cache is bound to the paths of its
///                              jars, so deployed code is beside it and several clouds of one checkout share both
/// @param idleAfter             how long a process may have nothing to do before it is stopped
/// @param initTimeout           how long a process may take to ask for its first event. Lambda allows 10 s; a laptop
///                              that starts every function at once needs more
public record PoolSettings(
        Path javaHome,
        Path runtimeJars,
        Path stateDir,
        URI endpoint,
        int perProcessConcurrency,
        int maxProcesses,
        Optional<Path> aotCaches,
        Duration idleAfter,
        Duration initTimeout,
        RuntimeClient client) {

    /// Which loop polls the Runtime API inside a worker.
    public enum RuntimeClient {
        /// AWS's own; its native library exists for Linux on x86-64 and aarch64.
        AWS("com.amazonaws.services.lambda.runtime.api.client.AWSLambda"),
        /// Ours, in plain Java, for other systems.
        PORTABLE("dev.stampede.cloud.lambda.worker.RuntimeLoop");

        final String mainClass;

        RuntimeClient(String mainClass) {
            this.mainClass = mainClass;
        }

        static RuntimeClient forThisSystem() {
            return System.getProperty("os.name").equals("Linux") ? AWS : PORTABLE;
        }
    }

    public static PoolSettings of(Path javaHome, Path runtimeJars, Path stateDir, URI endpoint) {
        return new PoolSettings(
                javaHome,
                runtimeJars.toAbsolutePath(),
                stateDir.toAbsolutePath(),
                endpoint,
                16,
                2,
                Optional.of(stateDir.toAbsolutePath().resolve("aot")),
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                RuntimeClient.forThisSystem());
    }

    /// Where deployed code is kept.
    Path codeDir() {
        return aotCaches.orElse(stateDir);
    }

    public PoolSettings withProcesses(int perProcessConcurrency, int maxProcesses) {
        return new PoolSettings(javaHome, runtimeJars, stateDir, endpoint, perProcessConcurrency, maxProcesses, aotCaches,
                idleAfter, initTimeout, client);
    }

    public PoolSettings withAotCaches(Optional<Path> folder) {
        return new PoolSettings(javaHome, runtimeJars, stateDir, endpoint, perProcessConcurrency, maxProcesses, folder,
                idleAfter, initTimeout, client);
    }

    public PoolSettings withIdleAfter(Duration idleAfter) {
        return new PoolSettings(javaHome, runtimeJars, stateDir, endpoint, perProcessConcurrency, maxProcesses, aotCaches,
                idleAfter, initTimeout, client);
    }

    public PoolSettings withClient(RuntimeClient client) {
        return new PoolSettings(javaHome, runtimeJars, stateDir, endpoint, perProcessConcurrency, maxProcesses, aotCaches,
                idleAfter, initTimeout, client);
    }
}
