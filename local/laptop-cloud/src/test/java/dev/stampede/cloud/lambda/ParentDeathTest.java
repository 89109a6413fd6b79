package dev.stampede.cloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.cloud.lambda.Invoker.Result;
import dev.stampede.cloud.lambda.PoolSettings.RuntimeClient;
import dev.stampede.cloud.lambda.handlers.Handlers.Obedient;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParentDeathTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(RuntimeClient.class)
    void noWorkerOutlivesALaptopCloudThatIsKilled(RuntimeClient client) throws Exception {
        HandlerJar.pack(Fleet.jarIn(folder), "1");
        Process parent = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.toString(),
                client.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            long worker = Long.parseLong(output.readLine());
            assertThat(Fleet.isAlive(worker)).isTrue();

            FunctionPoolTest.kill(parent.pid());

            await().atMost(Duration.ofSeconds(10)).until(() -> !Fleet.isAlive(worker));
        } finally {
            parent.destroyForcibly();
        }
    }

    /// Has a worker with one invocation that hangs and tells its process id.
    static final class Parent {
        public static void main(String[] args) {
            Path folder = Path.of(args[0]);
            Fleet fleet = new Fleet(
                    folder,
                    settings -> settings.withClient(RuntimeClient.valueOf(args[1])),
                    Fleet.function(folder, Obedient.class));
            CompletableFuture<Result> hanging = fleet.send(Obedient.class, "\"hang\"");
            await().until(() -> Stream.of(fleet.onlyWorker()).anyMatch(worker -> worker.inFlight() == 1));
            System.out.println(fleet.onlyWorker().pid());
            hanging.join();
        }
    }
}
