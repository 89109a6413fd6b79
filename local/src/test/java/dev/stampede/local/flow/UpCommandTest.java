package dev.stampede.local.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The local program as a process of its own, as a person at a terminal meets it.
@Tag("whole-flow")
class UpCommandTest {

    @TempDir
    private Path state;

    @Test
    void aTakenPortIsNamedWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process up = up("--port", Integer.toString(taken.getLocalPort()), "--aws-port", Integer.toString(freePort()));

            assertThat(up.waitFor(Shop.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(up.exitValue()).isEqualTo(1);
            assertThat(output()).contains(Integer.toString(taken.getLocalPort())).contains("--port").doesNotContain("\tat ");
        }
    }

    @Test
    void beingStoppedItLeavesNoProcess() throws Exception {
        int port = freePort();
        Process up = up("--port", Integer.toString(port), "--aws-port", Integer.toString(freePort()));
        await().atMost(Shop.PATIENCE).until(() -> output().contains("http://127.0.0.1:" + port));
        fetch("http://127.0.0.1:" + port + "/api/products");
        List<ProcessHandle> workers = up.descendants().toList();
        assertThat(workers).isNotEmpty();

        // SIGTERM goes the way of Ctrl-C; SIGINT itself is ignored in whatever was started in the background.
        up.destroy();

        assertThat(up.waitFor(Shop.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(workers).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aKilledProgramLeavesNoFunctionBehind() throws Exception {
        int port = freePort();
        Process up = up("--port", Integer.toString(port), "--aws-port", Integer.toString(freePort()));
        await().atMost(Shop.PATIENCE).until(() -> output().contains("http://127.0.0.1:" + port));
        fetch("http://127.0.0.1:" + port + "/api/products");
        List<ProcessHandle> workers = up.descendants().toList();

        up.destroyForcibly();

        await().atMost(Shop.PATIENCE).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    private Process up(String... arguments) throws IOException {
        Path root = RunningShop.root();
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dstampede.root=" + root,
                                "-cp", System.getProperty("java.class.path"),
                                "dev.stampede.local.cli.Stampede", "up", "--state", state.toString()),
                        Stream.of(arguments))
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(state.resolve("output").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(state.resolve("output"), StandardCharsets.UTF_8);
    }

    private static void fetch(String url) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
