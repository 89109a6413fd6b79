package dev.stampede.cli.flow;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `./stampede up` as a process of its own, as a person at a terminal meets it.
///
/// @param state where it keeps what it keeps, and where its output is
record UpProcess(Process process, Path state, int port, int awsPort) {

    static {
        RunningShop.lookAtOnce();
    }

    static UpProcess start(Path state) {
        return start(state, freePort(), freePort());
    }

    static UpProcess start(Path state, int port, int awsPort) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dstampede.root=" + RunningShop.root(),
                "-cp", System.getProperty("java.class.path"),
                "dev.stampede.cli.Stampede", "up", "--state", state.toString(),
                "--port", Integer.toString(port), "--aws-port", Integer.toString(awsPort));
        try {
            return new UpProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(state.resolve("output").toFile())
                            .start(),
                    state, port, awsPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UpProcess awaitOpen() {
        await().atMost(Shop.PATIENCE).until(() -> output().contains(site()));
        return this;
    }

    String site() {
        return "http://127.0.0.1:" + port;
    }

    String awsEndpoint() {
        return "http://127.0.0.1:" + awsPort;
    }

    String output() {
        try {
            return Files.readString(state.resolve("output"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
